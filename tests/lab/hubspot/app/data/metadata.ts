/** What the portal says about its properties and pipelines: asked for once per document, then kept (facts/hubspot.md §3.6). */

import { useEffect, useState } from 'react';
import { listOf, objectOf, textOf } from '../../json';
import type { JsonObject } from '../../json';
import { FETCH_PIPELINES } from '../../operations';
import { STAGE_FIELDS } from '../../records';
import { send } from '../http/client';
import type { StaticApp } from '../http/client';
import { runGraphql } from '../http/graphql';

export interface Option {
  value: string;
  label: string;
}

export interface Property {
  name: string;
  label: string;
  fieldType: string;
  isReadOnly: boolean;
  options: readonly Option[];
}

export interface Stage extends Option {
  probability: number;
}

export interface Metadata {
  properties: readonly Property[];
  /** [] for objects without a pipeline. */
  stages: readonly Stage[];
  pipelineId: string;
  pipelineLabel: string;
}

const kept = new Map<string, Promise<Metadata>>();

/** The properties and stages of an object type. */
function loadMetadata(app: StaticApp, objectTypeId: string): Promise<Metadata> {
  const known = kept.get(objectTypeId);
  if (known) return known;
  const loading = Promise.all([loadProperties(app, objectTypeId), loadPipeline(app, objectTypeId)]).then(([properties, pipeline]) => ({
    ...pipeline,
    properties: properties.map((property) => withPipeline(objectTypeId, property, pipeline)),
  }));
  kept.set(objectTypeId, loading);
  return loading;
}

/** As `loadMetadata`; null until it is there. */
export function useMetadata(app: StaticApp, objectTypeId: string): Metadata | null {
  const [loaded, setLoaded] = useState<{ objectTypeId: string; metadata: Metadata } | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadMetadata(app, objectTypeId).then(
      (metadata) => isWanted && setLoaded({ objectTypeId, metadata }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [app, objectTypeId]);
  return loaded?.objectTypeId === objectTypeId ? loaded.metadata : null;
}

/** The stages and name of an object type's pipeline, always from the server. */
export async function loadPipeline(app: StaticApp, objectTypeId: string): Promise<Omit<Metadata, 'properties'>> {
  if (!STAGE_FIELDS[objectTypeId]) return { stages: [], pipelineId: '', pipelineLabel: '' };
  const data = await runGraphql(app, FETCH_PIPELINES, { objectTypeId });
  const pipeline = objectOf(listOf(data.pipelines)[0]);
  const stages = listOf(pipeline.stages).map((entry) => {
    const { stageId, label, probability } = objectOf(entry);
    return { value: textOf(stageId), label: textOf(label), probability: Number(probability) };
  });
  return { stages, pipelineId: textOf(pipeline.pipelineId), pipelineLabel: textOf(pipeline.label) };
}

async function loadProperties(app: StaticApp, objectTypeId: string): Promise<Property[]> {
  const groups = await send({ method: 'GET', path: `/api/properties/v4/groups/${objectTypeId}/properties`, app }).answer;
  return listOf(groups).flatMap((group) => listOf(objectOf(group).properties).map((entry) => propertyOf(objectOf(entry))));
}

function propertyOf(entry: JsonObject): Property {
  return {
    name: textOf(entry.name),
    label: textOf(entry.label),
    fieldType: textOf(entry.fieldType),
    isReadOnly: entry.readOnlyValue === true,
    options: listOf(entry.options).map((option) => ({ value: textOf(objectOf(option).value), label: textOf(objectOf(option).label) })),
  };
}

function withPipeline(
  objectTypeId: string,
  property: Property,
  { stages, pipelineId, pipelineLabel }: Omit<Metadata, 'properties'>,
): Property {
  const fields = STAGE_FIELDS[objectTypeId];
  if (property.name === fields?.stage) return { ...property, options: stages };
  if (property.name === fields?.pipeline) return { ...property, options: [{ value: pipelineId, label: pipelineLabel }] };
  return property;
}
