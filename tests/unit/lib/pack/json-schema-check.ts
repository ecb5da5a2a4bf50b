/**
 * As much of JSON Schema 2020-12 as the pack's schema uses. A keyword that it does not know is an error, so that nothing is left unchecked
 * unnoticed.
 */
type Schema = Readonly<Record<string, unknown>>;

/** The places where data does not fit, as JSON pointers; [] where all of it does. */
export function misfits(root: object, data: unknown): string[] {
  return [...check(root as Schema, root as Schema, data, '')];
}

function* check(schema: Schema, root: Schema, data: unknown, at: string): Generator<string> {
  const isText = typeof data === 'string';
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  const here = isObject ? Object.entries(data) : [];
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const need = (fits: boolean): string[] => (fits ? [] : [at]);

  for (const [keyword, value] of Object.entries(schema)) {
    switch (keyword) {
      case '$schema':
      case '$defs':
      case 'title':
      case 'description':
      case 'default':
        break;
      case '$ref':
        yield* check((root.$defs as Record<string, Schema>)[String(value).replace('#/$defs/', '')]!, root, data, at);
        break;
      case 'type':
        yield* need(typeOf(data) === value || (value === 'number' && typeOf(data) === 'integer'));
        break;
      case 'const':
        yield* need(data === value);
        break;
      case 'enum':
        yield* need((value as unknown[]).includes(data));
        break;
      case 'anyOf':
        yield* need((value as Schema[]).some((one) => [...check(one, root, data, at)].length === 0));
        break;
      case 'pattern':
        yield* need(!isText || new RegExp(String(value), 'u').test(data));
        break;
      case 'minLength':
        yield* need(!isText || data.length >= Number(value));
        break;
      case 'maxLength':
        yield* need(!isText || data.length <= Number(value));
        break;
      case 'minimum':
        yield* need(typeof data !== 'number' || data >= Number(value));
        break;
      case 'minItems':
        yield* need(!Array.isArray(data) || data.length >= Number(value));
        break;
      case 'maxItems':
        yield* need(!Array.isArray(data) || data.length <= Number(value));
        break;
      case 'items':
        if (Array.isArray(data))
          for (const [position, entry] of data.entries()) yield* check(value as Schema, root, entry, `${at}/${position}`);
        break;
      case 'properties':
        for (const [key, inner] of here) if (Object.hasOwn(properties, key)) yield* check(properties[key]!, root, inner, `${at}/${key}`);
        break;
      case 'required':
        if (isObject) for (const key of value as string[]) if (!Object.hasOwn(data, key)) yield `${at}/${key}`;
        break;
      case 'additionalProperties':
        for (const [key, inner] of here) {
          if (Object.hasOwn(properties, key)) continue;
          if (value === false) yield `${at}/${key}`;
          else yield* check(value as Schema, root, inner, `${at}/${key}`);
        }
        break;
      case 'propertyNames':
        for (const [key] of here) yield* check(value as Schema, root, key, `${at}/${key}`);
        break;
      default:
        throw new Error(`${keyword} is not checked here`);
    }
  }
}

function typeOf(data: unknown): string {
  if (data === null) return 'null';
  if (Array.isArray(data)) return 'array';
  return Number.isInteger(data) ? 'integer' : typeof data;
}
