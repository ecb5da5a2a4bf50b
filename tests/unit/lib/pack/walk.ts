/** Every place that the format has, read from its schema by a walk of its own: `sops[] › title` and what stands there. */
import { z } from '../../../../lib/zod';
import { packSchema } from '../../../../lib/pack/schema';

/** Keys and `[]` for a list's entries, with the schema that stands there. Unions give each of their options under the same place. */
export function placesOfSchema(schema: z.core.$ZodType = packSchema, path = ''): { path: string; schema: z.core.$ZodType }[] {
  const here = { path, schema };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [here, ...placesOfSchema(schema.unwrap(), path)];
  if (schema instanceof z.ZodArray) return [here, ...placesOfSchema(schema.element, `${path}[]`)];
  if (schema instanceof z.ZodUnion) return [here, ...schema.options.flatMap((option) => placesOfSchema(option, path))];
  if (schema instanceof z.ZodRecord) return [here, ...placesOfSchema(schema.valueType, `${path}{}`)];
  if (!(schema instanceof z.ZodObject)) return [here];
  return [
    here,
    ...Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, inner]) => placesOfSchema(inner, path === '' ? key : `${path}.${key}`)),
  ];
}

/** A path through data as `placesOfSchema` writes it. */
export function placeOfPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((place, part) => (typeof part === 'number' ? `${place}[]` : place === '' ? part : `${place}.${part}`), '');
}
