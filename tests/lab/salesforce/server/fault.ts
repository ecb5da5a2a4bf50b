/** A controller's refusal, in the shape in which the org tells it (facts/salesforce.md §3.4). */

export interface RecordError {
  constituentField: null;
  duplicateRecordError: null;
  errorCode: string;
  field: string | null;
  fieldLabel: string | null;
  message: string;
}

interface FaultData {
  statusCode: number;
  message: string;
  errorCode?: string;
  enhancedErrorType?: 'RecordError';
  output?: { errors: RecordError[]; fieldErrors: Record<string, RecordError[]> };
}

export class AuraFault extends Error {
  constructor(readonly data: FaultData) {
    super(data.message);
  }

  /** The entry of an action's `error` array that reaches the page's ERROR callback. */
  toEntry(): unknown {
    const error = { message: this.message, stackTrace: '', data: this.data, id: '-380442143' };
    return {
      exceptionEvent: true,
      useDefault: false,
      event: { descriptor: 'markup://aura:serverActionError', attributes: { values: { error } } },
    };
  }
}

export function notFound(what: string): AuraFault {
  return new AuraFault({ statusCode: 404, errorCode: 'NOT_FOUND', message: `The requested resource does not exist: ${what}` });
}

export function badRequest(message: string): AuraFault {
  return new AuraFault({ statusCode: 400, errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message });
}

/** What a failed validation rule or a missing required field gives. */
export function recordFault(errors: readonly RecordError[]): AuraFault {
  const fieldErrors: Record<string, RecordError[]> = {};
  for (const error of errors) {
    if (error.field !== null) (fieldErrors[error.field] ??= []).push(error);
  }
  return new AuraFault({
    statusCode: 400,
    message: 'An error occurred while trying to update the record. Please try again.',
    enhancedErrorType: 'RecordError',
    output: { errors: errors.filter((error) => error.field === null), fieldErrors },
  });
}
