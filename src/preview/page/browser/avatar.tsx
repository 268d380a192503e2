/** Quoth's own sign: a quotation mark. */
function QuothAvatar() {
  return (
    <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" fill="#3f7d78" />
      <path
        fill="#fff"
        d="M11 26v-5.6c0-5 2.3-8.3 6.6-9.6l1 2.3c-2.3 1-3.5 2.6-3.6 4.7h3.4V26zm11 0v-5.6c0-5 2.3-8.3 6.6-9.6l1 2.3c-2.3 1-3.5 2.6-3.6 4.7h3.4V26z"
      />
    </svg>
  );
}

const COLORS = ['#b8602f', '#5a5fbe'] as const;

/** A round picture of who speaks: Quoth's sign, or a reader's first letter. */
export function Avatar({ name, reader }: { readonly name: string; readonly reader?: number }) {
  if (reader === undefined) return <QuothAvatar />;
  return (
    <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" fill={COLORS[reader % COLORS.length]} />
      <text x="20" y="20" dy="0.36em" text-anchor="middle" fill="#fff" font-size="18" font-weight="600">
        {name.slice(0, 1)}
      </text>
    </svg>
  );
}
