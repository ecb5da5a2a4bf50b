/** The HTML documents: the one page of the app, under a strict content security policy, and the login. */

import type { LabResponse } from '../../site';
import type { PageOptions } from '../options';
import { CSRF_COOKIE } from './api';

interface Tokens {
  csrf: string;
  nonce: string;
}

/** The nonce is for the style elements that the board's drag library makes; scripts only ever come from this host. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

function html(body: string, headers: Record<string, string>): LabResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
    body,
  };
}

/** The document of every record, list, board and create form. Comes with the CSRF cookie that the page's own requests repeat. */
export function appDocument(options: PageOptions, { csrf, nonce }: Tokens): LabResponse {
  return html(
    `<!doctype html>
<html lang="en" data-locale-at-render="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>HubSpot practice portal</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/app.css" nonce="${nonce}">
<script src="/static/app.js" defer></script>
</head>
<body data-practice="${JSON.stringify(options).replace(/"/g, '&quot;')}">
<div id="hs-app"></div>
</body>
</html>
`,
    { 'content-security-policy': policy(nonce), 'set-cookie': `${CSRF_COOKIE}=${csrf}; Path=/; Secure; SameSite=Lax` },
  );
}

/** Where the page goes after a 401; its link leads back in with a new cookie. */
export function loginDocument(nonce: string): LabResponse {
  return html(
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Log in</title><link rel="icon" href="data:,"></head>
<body><main><h1>You are signed out</h1><p><a href="/contacts/4242/objects/0-3/views/all/board">Log in to the practice portal</a></p></main></body>
</html>
`,
    { 'content-security-policy': policy(nonce) },
  );
}
