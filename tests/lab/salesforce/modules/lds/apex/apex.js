// Calls of the org's own Apex classes (facts/salesforce.md §3.3).
import { dispatchAction } from 'lds/network';

/** Resolves with what the method returns. */
export async function callApex(classname, method, params) {
  const call = { namespace: '', classname, method, params, cacheable: false, isContinuation: false };
  const { returnValue } = await dispatchAction('ApexActionController.execute', call);
  return returnValue;
}
