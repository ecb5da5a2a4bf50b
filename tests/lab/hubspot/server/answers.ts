/** The answers of the practice portal's API in HubSpot's shapes (facts/hubspot.md §3.5). */

import { randomUUID } from 'node:crypto';
import type { LabResponse } from '../../site';
import type { Complaint } from './validation';

/** A JSON answer; `status` is 200 unless said otherwise. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): LabResponse {
  return { status, headers: { 'content-type': 'application/json;charset=utf-8', ...headers }, body: JSON.stringify(value) };
}

/** An API error with HubSpot's usual fields. */
export function apiError(status: number, category: string, message: string, errors: readonly Complaint[] = []): LabResponse {
  return json(
    {
      status: 'error',
      message,
      correlationId: randomUUID(),
      requestId: randomUUID().replaceAll('-', ''),
      category,
      ...(errors.length > 0 && { errors: errors.map(({ property, code, message }) => ({ message, code, in: property })) }),
    },
    status,
  );
}

/** 400 for values that cannot be saved. */
export function validationError(complaints: readonly Complaint[]): LabResponse {
  return apiError(400, 'VALIDATION_ERROR', complaints.map((complaint) => complaint.message).join(' '), complaints);
}

/** 404 for a record or a path that is not there. */
export function notFound(what: string): LabResponse {
  return apiError(404, 'OBJECT_NOT_FOUND', `${what} was not found.`);
}

/** 401 with the header that sends the page to the login (facts/hubspot.md §3.1). */
export function notSignedIn(): LabResponse {
  return json({ status: 'error', message: 'This request needs a sign-in.', category: 'INVALID_AUTHENTICATION' }, 401, {
    'x-hubspot-auth-failure': '401 Unauthorized',
  });
}
