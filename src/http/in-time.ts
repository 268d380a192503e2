/** What `work` comes to; undefined where it rejects, or takes longer than so many milliseconds. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(late.resolve, milliseconds, undefined);
  try {
    return await Promise.race([work, late.promise]);
  } catch {
    // That it failed is all that is asked.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
