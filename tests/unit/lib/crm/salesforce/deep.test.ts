import { afterEach, describe, expect, it } from 'vitest';
import { composed, inside, nearest, textOf } from '../../../../../lib/crm/salesforce/deep';
import { component, show, TREES } from './page-shapes';

const NOISE = 'button';

afterEach(() => {
  document.body.innerHTML = '';
});

describe.each(TREES)('in %s shadow', (tree) => {
  const build = () => {
    const inner = component('x-inner', '<i class="box"><slot name="label"></slot><button>Edit</button></i>', '<b slot="label">Acme</b>');
    show(`<section>${component('x-outer', `<div class="frame"><p>One</p>${inner}</div>`)}</section>`, tree);
  };

  it('compounds find each other over shadow roots and slots', () => {
    build();
    const query = (selector: string) => composed(document, selector)(selector);
    for (const selector of ['b', 'section b', '.frame b', '.box b', 'section .frame x-inner .box b', 'em,.box [slot="label"]'])
      expect(
        query(selector).map((element) => element.tagName),
        selector,
      ).toEqual(['B']);
    for (const selector of ['.box .frame', 'b b', 'p b', 'section em']) expect(query(selector), selector).toEqual([]);
  });

  it('a component is found itself, and so is what is in it', () => {
    build();
    const found = composed(document, 'x-outer,x-inner', '.box');
    expect(found('x-inner,.box').map((element) => element.tagName)).toEqual(['X-INNER', 'I']);
    expect(found('x-outer .box')).toHaveLength(1);
  });

  it('what is slotted is inside of what it is slotted into', () => {
    build();
    const [box] = composed(document, '.box')('.box');
    expect(box && inside(box).map((element) => element.tagName)).toEqual(['SLOT', 'B', 'BUTTON']);
    const [label] = composed(document, 'b')('b');
    expect(nearest(label ?? null, '.box')).toBe(box);
    expect(nearest(label ?? null, 'section')?.tagName).toBe('SECTION');
  });

  it('text is what the screen composes, without noise', () => {
    build();
    expect(textOf(document.body, NOISE)).toBe('One Acme');
  });
});

it('text keeps lines apart and words together', () => {
  document.body.innerHTML = '<div>Main <span>Str</span>eet</div><div>Berlin</div>a<br>b<!-- c -->';
  expect(textOf(document.body, NOISE)).toBe('Main Street Berlin a b');
});
