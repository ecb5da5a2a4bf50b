/** The practice org's own Apex class, `StageTools`: a page's custom code calls its methods by name. */
import { notFound } from './fault';
import { isObject, objectAt, parseJson, textAt, type JsonObject } from './json';
import type { Store } from './store';

/** `{namespace, classname, method, params, cacheable}` in, the method's value out (facts/salesforce.md §3.3). Throws an AuraFault. */
export function executeApex(call: JsonObject, store: Store): unknown {
  const params = objectAt(call, 'params');
  const returned = (value: unknown) => ({ returnValue: value, cacheable: call['cacheable'] === true });
  switch (`${textAt(call, 'classname')}.${textAt(call, 'method')}`) {
    // The rows come as JSON in a text, as Apex methods that take "a list of anything" want them.
    case 'StageTools.saveRows': {
      const rows = parseJson(textAt(params, 'rows'));
      return returned((Array.isArray(rows) ? rows.filter(isObject) : []).map((row) => store.update(textAt(row, 'Id'), row).id));
    }
    case 'StageTools.getPeers': {
      const { StageName, opportunityId } = params;
      return returned(
        store.list('Opportunity').filter(({ id, fields }) => id !== opportunityId && fields['StageName'] === StageName).length,
      );
    }
    default:
      throw notFound(`${textAt(call, 'classname')}.${textAt(call, 'method')}`);
  }
}
