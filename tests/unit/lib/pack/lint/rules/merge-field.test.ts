/** Merge fields in templates. */
import { expect, it } from 'vitest';
import { linted } from '../linted';

const mail = { id: 'mail', title: 'Mail', kind: 'email' };
const body = 'templates[0] "Mail" › body';
const fix = 'put the id of a field between the braces, without blanks, or write {{record}} for the record’s name';

it.each([
  ['mistyped', 'About {{bugdet}}', `error | ${body} | nothing fills “{{bugdet}}”; did you mean "budget"? | ${fix}`],
  ['like none', 'About {{zzzzzz}}, {{zzzzzz}}', `error | ${body} | nothing fills “{{zzzzzz}}” | ${fix}`],
  ['with blanks', 'About {{ budget }}', `error | ${body} | nothing fills “{{ budget }}”; did you mean {{budget}}? | ${fix}`],
  ['by its label', 'About {{Budget}}', `error | ${body} | nothing fills “{{Budget}}”; did you mean {{budget}}? | ${fix}`],
])('one that is %s is an error', async (_, text, line) => {
  expect(await linted('merge-field', [['templates'], [{ ...mail, body: text }]])).toEqual([line]);
});

it('one in the subject, and in a translation, too', async () => {
  const written = { ...mail, subject: 'Your {{bodget}}', body: { en: '{{budget}}', de: '{{budjet}}' } };
  expect(await linted('merge-field', [['languages'], ['de']], [['templates'], [written]])).toEqual([
    `error | templates[0] "Mail" › subject | nothing fills “{{bodget}}”; did you mean "budget"? | ${fix}`,
    `error | ${body} | nothing fills “{{budjet}}”; did you mean "budget"? | ${fix}`,
  ]);
});

it('fields of the pack and the record’s name are filled, and braces elsewhere mean nothing', async () => {
  const written = { ...mail, body: '{{record}}: {{budget}} {not} {{' };
  expect(await linted('merge-field', [['templates'], [written]], [['sops', 0, 'purpose'], 'Ask for {{this}}'])).toEqual([]);
});
