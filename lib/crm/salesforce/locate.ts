/** What a Salesforce URL shows (facts/salesforce.md §5). The path tells: in a console, `ws` is only the parent tab. */
import type { View } from '../adapter';
import { orgOf } from './host';
import { objectOf, recordId } from './ids';

const ORG = /\.lightning\.([\w-]+\.)?((crm)?force\.(com|mil)|sfcrm(products|apps)\.cn)$/;
/** Salesforce Classic: `/<id>`, `/<key prefix>/o`, and its own pages. */
const CLASSIC = /^\/(?=\w{0,2}\d)(\w{3}|\w{15}|\w{18})(\/|$)|\.jsp$/;

/** The path as `/lightning/…`, whichever way of writing it the URL has. */
function lightningPath({ pathname, hash }: URL): string {
  if (!pathname.startsWith('/one/one.app')) return pathname;
  const [legacy = ''] = hash.slice(1).split('?');
  return legacy
    .replace(/^\/sObject\/(\w+)/, (_, name: string) => `/lightning/${recordId(name) ? 'r' : 'o'}/${name}`)
    .replace(/^\/setup/, '/lightning/setup');
}

/** `org` is the org's Lightning host (see `orgOf`). A modal that is about no record yet, or no one record, shows what is behind it. Never throws. */
export function locateSalesforce(url: URL): View {
  const org = orgOf(url.hostname);
  if (!ORG.test(org)) return { kind: 'none', crm: null, why: 'not-a-crm' };
  const none = (why: 'classic' | 'setup' | 'other-page'): View => ({ kind: 'none', crm: 'salesforce', why });

  const [app, area, name = '', second = ''] = lightningPath(url).split('/').slice(1);
  if (/\.salesforce-setup\./.test(url.hostname) || (app === 'lightning' && area === 'setup')) return none('setup');
  if (app !== 'lightning') return none(CLASSIC.test(url.pathname) ? 'classic' : 'other-page');

  const short = recordId(name);
  const id = short || recordId(second);
  const object = short ? objectOf(short) : name;
  if (area === 'r' && id) return { kind: 'record', record: { crm: 'salesforce', org, object, id } };
  const behind = url.searchParams.get('backgroundContext') ?? '';
  const isOver = behind.startsWith('/lightning/');
  if (area === 'o' && /^\w+$/.test(name) && !(second === 'new' && isOver)) return { kind: 'list', crm: 'salesforce', org, object: name };
  return isOver ? locateSalesforce(new URL(url.origin + behind)) : none('other-page');
}
