import type { Start } from '../wire.ts';

/** The document: what the page knows from the start, as JSON, and where the rest is. */
export function documentOf(start: Start): string {
  return `<!doctype html>
<html lang="${start.locale ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="dark light">
<title>Quoth</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<script type="application/json" id="start">${inScript(start)}</script>
<script type="module" src="/page.js"></script>
</head>
<body><div id="page"></div><noscript>Quoth’s preview needs JavaScript, which comes from this machine alone.</noscript></body>
</html>
`;
}

/** JSON that cannot end the element that it stands in. */
function inScript(start: Start): string {
  return JSON.stringify(start).replaceAll('<', '\\u003c');
}

/** Quoth's own sign: a quotation mark. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="12" fill="#3f7d78"/><path fill="#fff" d="M11 26v-5.6c0-5 2.3-8.3 6.6-9.6l1 2.3c-2.3 1-3.5 2.6-3.6 4.7h3.4V26zm11 0v-5.6c0-5 2.3-8.3 6.6-9.6l1 2.3c-2.3 1-3.5 2.6-3.6 4.7h3.4V26z"/></svg>`;
