/** What the practice portal itself refuses to save, whatever an SOP says. */

import { STAGE_FIELDS } from '../records';
import { pipelineOf, stageOf } from './pipelines';
import { PROPERTIES } from './properties';
import type { Change } from './store';

export interface Complaint {
  property: string;
  code: string;
  message: string;
}

/** Every reason why these changes cannot be saved on an object of this type; [] when they can. `isNew`: a record's first values. */
export function complaintsAbout(objectTypeId: string, changes: readonly Change[], isNew = false): Complaint[] {
  return changes.flatMap(({ name, value }) => {
    const definition = PROPERTIES[objectTypeId]?.find((property) => property.name === name);
    if (!definition) return [{ property: name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist.` }];
    if (definition.readOnlyValue && !isNew) {
      return [{ property: name, code: 'READ_ONLY_VALUE', message: `${definition.label} cannot be edited.` }];
    }
    return problemOf(objectTypeId, name, definition.label, value, definition.type === 'number');
  });
}

function problemOf(objectTypeId: string, property: string, label: string, value: string, isNumber: boolean): Complaint[] {
  if (property === STAGE_FIELDS[objectTypeId]?.stage && !stageOf(objectTypeId, property, value)) {
    const pipeline = pipelineOf(objectTypeId)?.label ?? 'pipeline';
    return [{ property, code: 'INVALID_OPTION', message: `"${value}" is not a stage of the ${pipeline}.` }];
  }
  if (!isNumber || value === '') return [];
  if (!Number.isFinite(Number(value))) return [{ property, code: 'INVALID_DOUBLE', message: `${label} must be a number.` }];
  if (Number(value) < 0) return [{ property, code: 'NUMBER_OUT_OF_RANGE', message: `${label} cannot be negative.` }];
  return [];
}
