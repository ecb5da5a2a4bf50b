/** CRM fields as packs write them: `Opportunity.StageName`, `deal.amount`. */

export interface CrmField {
  object: string;
  /** The CRM's own field name. May itself hold dots: `Account.Industry`. */
  name: string;
}

export function splitCrmField(text: string): CrmField {
  const dot = text.indexOf('.');
  return { object: text.slice(0, dot), name: text.slice(dot + 1) };
}

/** The CRM fields of a mapping, which is one, several or none. */
export function crmFieldsIn(mapping: string | readonly string[] | undefined): CrmField[] {
  if (mapping === undefined) return [];
  return (typeof mapping === 'string' ? [mapping] : mapping).map(splitCrmField);
}
