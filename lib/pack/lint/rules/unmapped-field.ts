/** Fields that an SOP works with and that the object in its pipeline does not have. */
import type { Crm } from '../../../crm/adapter';
import type { Pack, PackField, Sop } from '../../schema';
import { fieldsUsedIn } from '../used';
import { crmNames, homesOf, objectsWith } from '../mapped';
import type { Remark, Rule } from '../rule';
import { at, listed, said } from '../walk';

export const unmappedField: Rule = {
  id: 'unmapped-field',
  about: 'An SOP asks for a field that the records of its pipeline do not have in one of the CRMs.',
  *check({ pack, index }) {
    const sops = pack.sops.map((sop) => ({ sop, fields: fieldsUsedIn(sop, index) }));
    for (const { value: field, path } of at(pack.fields, ['fields'])) {
      const users = sops.filter(({ fields }) => fields.has(field.id)).map(({ sop }) => sop);
      yield* remarksOn(field, users, pack, [...path, 'in']);
    }
  },
};

function* remarksOn(field: PackField, users: readonly Sop[], pack: Pack, path: Remark['path']): Generator<Remark> {
  const missing = new Map<string, { crm: Crm; object: string; sops: string[] }>();
  for (const sop of users) {
    const pipeline = pack.pipelines.find(({ id }) => id === sop.pipeline);
    for (const { crm, object } of pipeline ? homesOf(pipeline) : []) {
      if (objectsWith(pack, field, crm).has(object)) continue;
      const known = missing.get(`${crm} ${object}`) ?? { crm, object, sops: [] };
      missing.set(`${crm} ${object}`, { ...known, sops: [...known.sops, sop.title] });
    }
  }
  for (const { crm, object, sops } of missing.values())
    yield {
      level: 'advice',
      path,
      message: `${said(field.label)} cannot be seen on a ${crmNames[crm]} ${object}, and ${listed(sops)} ${sops.length > 1 ? 'ask' : 'asks'} for it there`,
      fix: `give the field of ${object} that holds it under ${crm}`,
    };
}
