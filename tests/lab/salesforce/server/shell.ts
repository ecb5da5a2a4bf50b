/** The HTML that every page of the practice org starts from (facts/salesforce.md §1.2). */

/** How Path saves: its real descriptor is unknown, so both of the known ways are here. */
export type PathSave = 'updateRecord' | 'saveRecord';

/** Lightning's base components put their styles into `<style>` elements, so inline styles must be allowed; nothing else is. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `options`: what is different in this page (see `createSalesforce`). */
export function shellHtml(options: readonly string[], pathSave: PathSave): string {
  const script = options.includes('native') ? 'app-native.js' : 'app.js';
  const manager = options.includes('console') ? 'navexWorkspaceManager' : 'navexStandardManager';
  return `<!doctype html>
<html lang="en-US" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lightning Experience</title>
<link rel="icon" href="/assets/favicon.svg">
<link rel="stylesheet" href="/assets/styles/slds.css">
<link rel="stylesheet" href="/assets/styles/app.css">
</head>
<body class="desktop sfdcBody" data-lab="${options.join(' ')}" data-path-save="${pathSave}">
<div id="auraLoadingBox" hidden></div>
<div class="desktop container forceStyle oneOne navexDesktopLayoutContainer lafAppLayoutHost forceAccess tablet">
<div class="viewport">
<header class="slds-global-header_container branding-header slds-no-print oneHeader"></header>
<section class="stage panelSlide"><div class="${manager}"></div></section>
<div class="uiContainerManager"></div>
<div class="forceVisualMessageQueue"></div>
</div>
</div>
<script src="/${script}"></script>
</body>
</html>
`;
}

/** A page of an LWR site: the same org without Aura, its records over the UI API by fetch (facts/salesforce.md §3.5). */
export function siteHtml(): string {
  return `<!doctype html>
<html lang="en-US" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Opportunities | Partner Portal</title>
<link rel="icon" href="/assets/favicon.svg">
<link rel="stylesheet" href="/assets/styles/slds.css">
<link rel="stylesheet" href="/assets/styles/app.css">
</head>
<body class="labSite">
<webruntime-app></webruntime-app>
<script type="module" src="/site.js"></script>
</body>
</html>
`;
}
