// What is different in this page: the words of `?lab=` in its address (see the practice org's site.ts).

export function labHas(word) {
  return document.body.dataset.lab.split(' ').includes(word);
}
