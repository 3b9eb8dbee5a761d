import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { compilePlan } from '../../src/rules/plan.ts';
import { loadRules } from '../../src/rules/load.ts';
import { parse } from '../../src/parse/parse.ts';
import { BLOCKED_PAGES, SHORT_ARTICLES } from './blocked-pages.ts';
import type { Hit } from '../../src/model/finding.ts';

const plan = compilePlan(loadRules('rules').filter(({ detect }) => detect.kind === 'page'));

function judge(text: string, format: 'text' | 'markdown' = 'text'): readonly Hit[] {
  return plan.detect(analyze(parse({ id: 'x', text, format })));
}

function reasonOf(text: string): string | undefined {
  const hits = judge(text);
  expect(hits.length).toBeLessThanOrEqual(1);
  return hits[0]?.rule.id;
}

const BLOCKED: readonly (readonly [reason: string, text: string])[] = [
  ['bot-check', 'Just a second...\nChecking if the site connection is secure'],
  ['captcha', 'Enter the characters you see below\nTry a different image\nContinue'],
  ['access-denied', 'Zugriff verweigert\nSie haben keine Berechtigung, auf diese Seite zuzugreifen.'],
  ['not-found', 'Oups !\nLa page que vous recherchez est introuvable.\nRetour à l’accueil'],
  ['pay-wall', 'Este reportaje es solo para suscriptores.\nSuscríbete desde 1 € al mes'],
  ['pay-wall', 'Contenuto riservato agli abbonati\nAbbonati a 1 € al mese\nSei già abbonato? Accedi'],
  ['bot-check', 'Confirme que você não é um robô'],
  ['login-wall', 'Log in om verder te lezen\nWachtwoord\nNog geen account? Maak er gratis een aan.'],
  ['not-found', 'Przepraszamy, strona, której szukasz, nie istnieje.\nWróć na stronę główną'],
  ['server-error', 'Сайт временно недоступен. Ведутся технические работы.'],
  ['javascript', 'JavaScript devre dışı. Lütfen etkinleştirin.'],
  ['login-wall', '请先登录后再查看\n手机号\n密码\n忘记密码？'],
  ['access-denied', 'アクセスが拒否されました\nこのページを表示する権限がありません。'],
  ['not-found', '페이지를 찾을 수 없습니다\n요청하신 페이지가 삭제되었습니다.'],
  ['pay-wall', 'هذا المحتوى متاح للمشتركين فقط\nاشترك الآن'],
  ['parked', 'bluebarn.example\nThis domain may be for sale.\nRelated searches: Clay, Kilns'],
  ['rate-limit', 'Rate limit exceeded\nPlease slow down.'],
  ['geo-block', 'Our site is currently unavailable in most European countries.'],
];

it.each(BLOCKED)('names the reason: %s', (reason, text) => {
  expect(reasonOf(text)).toBe(`blocked/${reason}`);
});

const SOUND = [
  'Server error delays exam results\nThousands of pupils waited in vain on Tuesday: an internal server error kept the ministry offline for five hours. The results were read out by telephone instead.',
  'Museum closed for maintenance\nThe museum of clocks is closed for maintenance until 4 March. The shop remains open, and the café has put its tables into the yard.',
  'Members only evening\nThe sailing club invites its members to an evening with the explorer Ann Stone on Friday at eight.',
  'Страница истории\nВ городском архиве нашли письмо купца, отправленное в 1812 году. Его покажут на выставке в мае.',
  'お知らせ\n五月三日から五日まで図書館は休館します。返却口は利用できます。',
  'How to sign in to the library\nTake your card to the desk, choose a number and sign the form. You can then borrow six books.',
];

it.each(SOUND)('lets a short article pass: %s', (text) => {
  expect(reasonOf(text)).toBeUndefined();
});

it('covers the whole page and quotes what gave it away', () => {
  const text = '\n404\nPage not found\nGo back home\n';
  const [hit] = judge(text);
  expect(text.slice(hit?.start, hit?.end)).toBe('404\nPage not found\nGo back home');
  expect(hit?.values?.['found']).toBe('Page not found');
});

it('lets an article pass that quotes the words of a wall', () => {
  expect(reasonOf('“You must log in to continue.” So began her poem, “Subscribe to read the rest.”')).toBeUndefined();
});

it('lets documentation pass that shows an error message as code', () => {
  expect(judge('The client prints\n\n```\n404 Not Found\n```\n\nwhen the name is wrong.', 'markdown')).toEqual([]);
});

it('knows pages without an article in many words and languages', () => {
  expect(BLOCKED_PAGES.filter((text) => judge(text).length === 0)).toEqual([]);
});

it('lets short articles in the same words pass', () => {
  expect(SHORT_ARTICLES.filter((text) => judge(text).length > 0)).toEqual([]);
});

it('is not told by vocabulary alone where an article speaks', () => {
  expect(reasonOf('The owner removed this profile. Sorry, search again.')).toBe('blocked/no-article');
  expect(reasonOf('The owner removed this profile. Sorry, search again, she said.')).toBeUndefined();
});
