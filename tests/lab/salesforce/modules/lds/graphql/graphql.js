// The UI API's GraphQL, as the data service sends it (facts/salesforce.md §3.3).
import { dispatchAction } from 'lds/network';

/** Resolves with the answer's data. Rejects where it tells of errors, which come with a success. */
export async function graphql(operationName, query, variables = {}) {
  const { data, errors } = await dispatchAction('RecordUiController.executeGraphQL', { queryInput: { operationName, query, variables } });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
