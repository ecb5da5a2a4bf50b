import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../lib/subscriptions/address';
import { addressWords } from '../../../../lib/subscriptions/words';

const told = (text: string, privateAddresses = false) => {
  const address = readAddress(text, { privateAddresses });
  return address.kind === 'good' ? address.url : address.why;
};

describe('an address', () => {
  it.each([
    ['https://packs.acme.com/sales.handrail', 'https://packs.acme.com/sales.handrail'],
    [' https://Packs.ACME.com/a b.json ', 'https://packs.acme.com/a%20b.json'],
    ['https://packs.acme.com:8443/sales.yaml?sig=1', 'https://packs.acme.com:8443/sales.yaml?sig=1'],
    ['https://packs.acme.com', 'https://packs.acme.com/'],
    ['https://bücher.example/p', 'https://xn--bcher-kva.example/p'],
    ['https://local.acme.com/p', 'https://local.acme.com/p'],
    ['https://localhost.acme.com/p', 'https://localhost.acme.com/p'],
    ['https://10.example/p', 'https://10.example/p'],
  ])('%s is taken', (text, url) => {
    expect(told(text)).toBe(url);
  });

  it.each([
    ['', 'no-address'],
    ['packs.acme.com/sales', 'no-address'],
    ['https://', 'no-address'],
    ['https://256.1.1.1/', 'no-address'],
    ['http://packs.acme.com/p', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['data:application/json,{}', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['chrome-extension://abcdefghijklmnop/p', 'not-https'],
    ['https://dana@packs.acme.com/p', 'credentials'],
    ['https://:secret@packs.acme.com/p', 'credentials'],
    ['https://packs.acme.com@evil.example/p', 'credentials'],
    ['https://packs.acme.com/p#x', 'fragment'],
    ['https://packs.acme.com/p#', 'fragment'],
    [`https://packs.acme.com/${'p'.repeat(2000)}`, 'too-long'],
  ])('%s is refused as %s, whatever the policy', (text, why) => {
    expect([told(text), told(text, true)]).toEqual([why, why]);
  });

  it.each([
    'https://127.0.0.1/p',
    'https://127.1/p',
    'https://2130706433/p',
    'https://0x7f000001/p',
    'https://0x7f.0.0.1/p',
    'https://017700000001/p',
    'https://1.1.1.1/p',
    'https://１２７.０.０.１/p',
    'https://127.0.0.1./p',
    'https://[::1]/p',
    'https://[::ffff:10.0.0.1]/p',
    'https://[2606:4700::1111]/p',
    'https://localhost/p',
    'https://LOCALHOST./p',
    'https://api.localhost/p',
    'https://printer.local/p',
    'https://printer.local./p',
    'https://packs.internal/p',
    'https://metadata.google.internal/p',
    'https://packs.corp/p',
    'https://packs.intranet/p',
    'https://fritz.lan/p',
    'https://nas.home.arpa/p',
    'https://packs/p',
    'https://packs./p',
  ])('%s leads inside, which only the policy can allow', (text) => {
    expect(told(text)).toBe('inside');
    expect(told(text, true)).toMatch(/^https:\/\//);
  });

  it('names the one origin to ask permission for, in whatever port', () => {
    const origin = (text: string) => {
      const address = readAddress(text, { privateAddresses: true });
      return address.kind === 'good' && address.origin;
    };
    expect(origin('https://packs.acme.com:8443/a/b?c')).toBe('https://packs.acme.com/*');
    expect(origin('https://[::1]:8443/')).toBe('https://[::1]/*');
  });

  it.each(['no-address', 'not-https', 'credentials', 'fragment', 'too-long', 'inside'] as const)(
    'refused as %s is told in a sentence',
    (why) => {
      expect(addressWords(why)).toMatch(/^The|^This .+\.$/);
    },
  );
});
