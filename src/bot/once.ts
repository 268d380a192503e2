/** So many are remembered at least, and twice as many at most: a minute of the busiest bot, in four megabytes. */
const most = 20_000;

/** For so long they are remembered at most, in milliseconds: what is older Discord takes no answer to. */
const memory = 15 * 60_000;

/**
 * Tells whether an interaction comes for the first time. Discord's gateway says again what it is not sure was heard,
 * and whoever has read a signed request could send it again: neither is to do anything twice.
 *
 * @param now milliseconds since 1970
 */
export function makeOnce(now: () => number): (id: string) => boolean {
  let [recent, former] = [new Set<string>(), new Set<string>()];
  let begun = now();
  return id => {
    if (recent.size >= most || now() - begun > memory) {
      [recent, former] = [new Set(), recent];
      begun = now();
    }
    if (recent.has(id) || former.has(id)) return false;
    recent.add(id);
    return true;
  };
}
