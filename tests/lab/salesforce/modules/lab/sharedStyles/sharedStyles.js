// Native shadow roots do not see the page's stylesheets: hands the same sheets to every root made from now on.

const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => {
  const sheet = new CSSStyleSheet();
  fetch(link.href)
    .then((response) => response.text())
    .then((text) => sheet.replace(text));
  return sheet;
});

const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, options);
  root.adoptedStyleSheets = sheets;
  return root;
};
