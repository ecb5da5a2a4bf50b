/** The forms of a save of one record (facts/hubspot.md §3.3). */

import { listOf, objectOf, textOf } from '../../json';
import { UPDATES } from '../../operations';
import type { SaveForm } from '../../options';
import { COMPANY, CONTACT, DEAL, STAGE_FIELDS, USER_EMAIL } from '../../records';
import { send } from '../http/client';
import type { HttpCall, StaticApp } from '../http/client';
import { runGraphql } from '../http/graphql';
import { options } from '../options';
import { listedValues, restValues } from './load';
import { loadPipeline } from './metadata';
import type { RecordKey, Values } from './records';

/** Where in the portal a save comes from. */
export type Place = 'record' | 'table' | 'board' | 'preview';

interface Sent {
  /** The saved values, as far as the answer tells them. */
  answer: Promise<Values>;
  abort(): void;
}

const REST = '/api/inbounddb-objects/v1/crm-objects';
const RPC = '/api/chirp-frontend-app/v1/gateway/com.hubspot.crm.board.rpc.BoardRpc/moveCard';
const appOf = (place: Place): StaticApp => (place === 'table' || place === 'board' ? 'crm-index-ui' : 'crm-records-ui');

/** Sends the changes of one record in one of the forms. */
export function sendAs(form: SaveForm, place: Place, key: RecordKey, changes: Values): Sent {
  const { objectTypeId, objectId } = key;
  const app = appOf(place);
  const properties = Object.entries(changes).map(([name, value]) => ({ name, value }));
  switch (form) {
    case 'graphql':
      return byGraphql(app, key, changes);
    case 'single':
      return byRest(app, {
        path: `${REST}/${objectTypeId}/${objectId}`,
        query: [['allPropertiesFetchMode', 'latest_version']],
        data: [properties.map((entry) => ({ ...entry, source: 'CRM_UI', sourceId: USER_EMAIL }))],
      });
    case 'many':
      return byRest(app, { path: `${REST}/${objectTypeId}`, data: [{ objectId, objectTypeId, propertyValues: properties }] });
    case 'v1':
      return byRest(app, legacyCall(key, properties));
    case 'rpc': {
      const propertyUpdates = Object.fromEntries(properties.map(({ name, value }) => [name, { value }]));
      return byRest(app, { method: 'POST', path: RPC, data: { request: { objectTypeId, objectId, propertyUpdates } } });
    }
  }
}

function byGraphql(app: StaticApp, { objectTypeId: objectType, objectId }: RecordKey, changes: Values): Sent {
  const operation = UPDATES[options.update];
  const properties = Object.entries(changes).map(([name, value]) => ({ name, value }));
  const data = runGraphql(app, operation, { propertyUpdatesInput: { objectType, objectId, properties } });
  if (options.refetchPipelines && (STAGE_FIELDS[objectType]?.stage ?? '') in changes) loadPipeline(app, objectType).catch(() => undefined);
  return {
    answer: data.then((answer) => listedValues(objectOf(checked(answer[operation.alias])).allProperties)),
    abort: () => undefined,
  };
}

/** Throws the portal's own words when a mutation's result says that it refused. */
function checked(result: unknown): unknown {
  const messages = listOf(objectOf(result).userErrorsExpanded).map((error) => textOf(objectOf(error).message));
  if (messages.length > 0) throw new Error(messages.join(' '));
  return objectOf(result).updatedObject;
}

type RestCall = Pick<HttpCall, 'path' | 'query' | 'data'> & { method?: 'PUT' | 'POST' };

function byRest(app: StaticApp, call: RestCall): Sent {
  const pending = send({ method: 'PUT', ...call, app, isEdit: true });
  return { answer: pending.answer.then(valuesIn), abort: pending.abort };
}

/** The values in the answer of any of the REST forms; {} where it is empty. */
function valuesIn(answer: unknown): Values {
  const record = objectOf(Array.isArray(answer) ? answer[0] : answer);
  const { crmObject } = objectOf(objectOf(record.data).result);
  return restValues(objectOf(crmObject ?? record));
}

/** The first public API knows contacts, companies and deals only; what it does not know goes the usual way. */
function legacyCall({ objectTypeId, objectId }: RecordKey, properties: readonly { name: string; value: string }[]): RestCall {
  switch (objectTypeId) {
    case DEAL:
      return { path: `/api/deals/v1/deal/${objectId}`, data: { dealId: Number(objectId), properties } };
    case COMPANY:
      return { path: `/api/companies/v2/companies/${objectId}`, data: { properties } };
    case CONTACT:
      return {
        method: 'POST',
        path: `/api/contacts/v1/contact/vid/${objectId}/profile`,
        data: { properties: properties.map(({ name, value }) => ({ property: name, value })) },
      };
    default:
      return { path: `${REST}/${objectTypeId}/${objectId}`, data: [properties] };
  }
}
