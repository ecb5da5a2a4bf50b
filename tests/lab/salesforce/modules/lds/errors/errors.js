// What a failed save has to say to the person who saved.

/** `{page: [text], fields: {FieldName: [text]}}` of a rejected save. */
export function explain(error) {
  const output = error.body?.enhancedErrorType?.toLowerCase() === 'recorderror' ? error.body.output : undefined;
  const page = (output?.errors ?? []).map(({ message }) => message);
  const fields = Object.fromEntries(
    Object.entries(output?.fieldErrors ?? {}).map(([field, errors]) => [field, errors.map(({ message }) => message)]),
  );
  if (page.length === 0 && Object.keys(fields).length === 0) page.push(error.message);
  return { page, fields };
}

/** The same in one line, for a toast. */
export function oneLine(error) {
  const { page, fields } = explain(error);
  return [...page, ...Object.values(fields).flat()].join(' ');
}
