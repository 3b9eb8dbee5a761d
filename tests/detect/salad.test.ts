import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { salad } from '../../src/detect/salad.ts';
import { parse } from '../../src/parse/parse.ts';
import { loadRules } from '../../src/rules/load.ts';
import type { Hit } from '../../src/model/finding.ts';
import type { RuleOf } from '../../src/model/rule.ts';

const rules = loadRules('rules').filter((rule): rule is RuleOf<'salad'> => rule.detect.kind === 'salad');
const detect = salad.compile(rules);

function find(text: string): readonly Hit[] {
  return detect(analyze(parse({ id: 'x', text, format: 'text' })), []);
}

const SOUND = [
  'The ferry had been late twice that week, and nobody on the quay believed the clock any more.',
  'When the boat came in at last, the children ran down to the water to see who was on it.',
  'My aunt stood in the door of the shop and said that she would wait until the others had gone.',
];
const SALAD =
  `schedules collapsing progressively disrupting island communities awaiting essential supplies medical personnel
  teachers engineers technicians maintaining fragile infrastructure ageing vessels insufficient funding allocations
  successive administrations postponing renewal programmes indefinitely worsening isolation demographic decline
  emigration younger generations`.replace(/\s+/g, ' ');

it('finds where a sentence falls apart, to the word', () => {
  const text = `${SOUND.join(' ')} In the harbour office there were ${SALAD}.`;
  const [hit, ...others] = find(text);
  expect(others).toEqual([]);
  expect(text.slice(hit?.start, hit?.end)).toBe(`${SALAD}.`);
  expect(hit?.severity ?? 'error').toBe('error');
});

it('says which paragraph is the last that can be read', () => {
  const hits = find([...SOUND, SALAD, SALAD].join('\n\n'));
  expect(hits.map(({ values }) => values)).toEqual([
    { paragraph: '3', paragraphs: '5' },
    { paragraph: '3', paragraphs: '5' },
  ]);
});

it('lowers the severity of a short run', () => {
  const short = SALAD.split(' ').slice(0, 14).join(' ');
  expect(find(`${SOUND.join(' ')} In the harbour office there were ${short}.`).map(({ severity }) => severity)).toEqual(
    ['warning'],
  );
});

it('stays silent where punctuation or short lines part the words', () => {
  expect(find(`${SOUND.join(' ')} She wrote: ${SALAD.replaceAll(' ', ', ')}.`)).toEqual([]);
  expect(find(`${SOUND.join(' ')}\n\n${SALAD.replaceAll(' ', '\n')}`)).toEqual([]);
});

it('stays silent in code', () => {
  expect(find(`${SOUND.join(' ')}\n\n\`\`\`\n${SALAD}\n\`\`\`\n`)).toEqual([]);
});

it('looks at Spanish and Polish with weights of their own', () => {
  const spanish =
    `El puente se cerró el lunes porque los ingenieros vieron grietas en uno de los pilares, y no se sabe cuándo
    se abrirá de nuevo. Las autoridades regionales coordinando desvíos temporales transporte público reforzado vecinos
    organizados protestas crecientes licitaciones aplazadas contratistas extranjeros financiación europea condicionada
    plazos inciertos infraestructuras envejecidas mantenimiento insuficiente.`.replace(/\s+/g, ' ');
  expect(find(spanish).map(({ rule }) => rule.id)).toEqual(['degeneration/word-salad-romance']);
  const polish =
    `Most jest stary i nie wiadomo, jak długo wytrzyma. Już wcześniej wyremontowano dwa mosty, a w przyszłym roku
    powstanie trzeci, bo tego chcą mieszkańcy i radni gminy po obu stronach rzeki.`.replace(/\s+/g, ' ');
  expect(find(polish)).toEqual([]);
});
