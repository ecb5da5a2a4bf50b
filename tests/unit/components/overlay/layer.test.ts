/** The layer itself: what the page's own scripts can do with it, as far as happy-dom knows; the rest is in tests/e2e/hostile.test.ts. */
import { describe, expect, it } from 'vitest';
import { hush, mountLayer } from '../../../../components/overlay/dom';
import { layers } from './layers';

describe('a layer', () => {
  it('draws what it is told, in a closed root that it styles itself', () => {
    const [mounted] = [layers()];
    const { remove } = mountLayer(document, ':host { color: red }', [['p', { class: 'x' }, 'Hello ', ['b', {}, 'you']], 'text']);
    expect(mounted.map(({ mode }) => mode)).toEqual(['closed']);
    expect(mounted[0]?.root.innerHTML).toBe('<p class="x">Hello <b>you</b></p>text');
    expect(mounted[0]?.root.adoptedStyleSheets).toHaveLength(1);
    remove();
    expect(document.querySelector('handrail-layer')).toBeNull();
  });

  it('keeps its style when it is put back', () => {
    const [mounted] = [layers()];
    const { host, place } = mountLayer(document, '', []);
    host.remove();
    if (mounted[0]) mounted[0].root.adoptedStyleSheets = [];
    place();
    expect(host.parentNode).toBe(document.documentElement);
    expect(mounted[0]?.root.adoptedStyleSheets).toHaveLength(1);
  });
});

describe('what is typed in a layer', () => {
  it.each<{ what: string; event: Event; hears: boolean }>([
    { what: 'a character', event: new KeyboardEvent('keydown', { key: 'a' }), hears: false },
    { what: 'its release', event: new KeyboardEvent('keyup', { key: 'A' }), hears: false },
    { what: 'a named key', event: new KeyboardEvent('keydown', { key: 'Escape' }), hears: true },
    { what: 'what is put in', event: new InputEvent('beforeinput', { data: 'a' }), hears: false },
    { what: 'what was put in', event: new InputEvent('input', { data: 'a' }), hears: false },
    { what: 'what is pasted', event: new Event('paste'), hears: false },
    { what: 'a click', event: new MouseEvent('click'), hears: true },
  ])('is not for the page’s ears: it hears $what, $hears', ({ event, hears }) => {
    hush(window);
    const { host, remove } = mountLayer(document, '', []);
    const heard: string[] = [];
    const hear = ({ type }: Event) => heard.push(type);
    window.addEventListener(event.type, hear, true);
    host.dispatchEvent(event);
    window.removeEventListener(event.type, hear, true);
    remove();
    expect(heard).toEqual(hears ? [event.type] : []);
  });

  it('in the page itself is the page’s own', () => {
    hush(window);
    const heard: string[] = [];
    const hear = ({ type }: Event) => heard.push(type);
    window.addEventListener('keydown', hear, true);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    window.removeEventListener('keydown', hear, true);
    expect(heard).toEqual(['keydown']);
  });
});
