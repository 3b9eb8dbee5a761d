import { once } from './once.ts';
import { hashWord } from './words.ts';

/** Function words by language: articles, pronouns, prepositions, conjunctions, auxiliaries. Single characters for zh and ja. */
const LISTS: Readonly<Record<string, string>> = {
  en: `a about above across after again against all along already also although always am among an and another any anybody
    anyone anything are aren't around as at away be because been before behind being below beneath beside besides between
    beyond both but by can can't cannot could couldn't despite did didn't do does doesn't doing don't done down during each
    either else enough even ever every everybody everyone everything except few for from further had hadn't has hasn't have
    haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in inside
    instead into is isn't it it's its itself just least less let like many may me might mine more most much must mustn't my
    myself near neither never no nobody none nor not nothing now of off often on once one only onto or other others
    otherwise ought our ours ourselves out outside over own per perhaps quite rather same several shall shan't she she'd
    she'll she's should shouldn't since so some somebody someone something sometimes still such than that that's the their
    theirs them themselves then there there's therefore these they they'd they'll they're they've this those though
    through throughout thus till to together too toward towards under unless until up upon us very via was wasn't we we'd
    we'll we're we've well were weren't what what's whatever when whenever where whereas wherever whether which whichever
    while who who's whoever whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've
    your yours yourself yourselves`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird werden wurde
    wurden hat haben hatte hatten sein seine seiner seinem ihre ihrer ihrem ich du er sie es wir ihr mich mir sich uns euch
    ihm ihn ihnen in im an am auf aus bei mit nach von vom zu zum zur über unter vor für gegen durch ohne um bis seit
    während wegen als wie wenn weil dass ob auch noch nur schon sehr mehr kann können muss müssen soll sollen will wollen
    dies diese dieser dieses diesem jeder jede alle man was wer wo so dann da doch zwischen keine kein keinen`,
  fr: `le la les l'un un une des du de d'un et ou mais ne pas est sont était étaient été être a ont avait avoir il elle ils
    elles je tu nous vous on se sa son ses leur leurs mon ma mes ce cette ces cet qui que qu'il dont où dans en sur sous
    avec sans pour par au aux chez entre vers depuis pendant comme si plus moins très aussi même tout tous toute toutes
    y lui eux c'est n'est d'une qu'elle car donc alors après avant peut fait`,
  es: `el la los las un una unos unas de del al a y e o u pero no es son era eran fue fueron ser está están ha han había
    haber se su sus mi mis tu lo le les me te nos yo él ella ellos ellas usted que quien cual cuyo donde cuando como en
    con sin por para sobre entre hasta desde hacia según más menos muy también ya si porque este esta estos estas ese esa
    eso todo todos toda todas hay ni sino`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às e ou mas não é são era eram foi foram ser
    está estão tem têm tinha ter se seu sua seus suas meu minha lhe me te nós eu ele ela eles elas você que quem qual
    cujo onde quando como com sem por pelo pela pelos pelas para sobre entre até desde mais menos muito também já porque
    este esta isso isto esse essa todo todos toda há nem`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel
    nella nei nelle con su sul sulla per tra fra e ed o ma non è sono era erano fu essere stato ha hanno aveva avere si
    suo sua suoi sue mio lui lei loro noi voi io che chi cui dove quando come più meno molto anche già se perché questo
    questa questi queste quello quella tutto tutti ci ne nè anche`,
  nl: `de het een en of maar niet is zijn was waren wordt worden werd werden heeft hebben had hadden ik jij je hij zij ze
    wij we jullie u mij hem haar ons hun hen zich mijn jouw in op aan van voor met naar bij uit over onder tegen door
    zonder om tot sinds als dan dat die dit deze wat wie waar wanneer hoe ook nog al zeer meer kan kunnen moet moeten zal
    zullen er te geen omdat tussen na`,
  pl: `i w we z ze na do od za o u po przy przez dla pod nad przed bez między a ale lub albo nie jest są był była było byli
    były być się to ten ta te tego tej tych tym tymi że który która które których jak co kto gdzie kiedy czy już tylko
    też także jego jej ich mu go mnie ja ty on ona oni my wy może można oraz więc jeszcze bardzo`,
  ru: `и в во не на я быть он с со что а по это этот эта эти она к ко но они мы весь все у из за от о об для до при без
    под над через между так же тоже вы ты его её ее их ему ей им меня мне нас вас как который которая которые которых где
    когда если или ли бы был была было были есть нет уже только ещё еще очень можно после также чтобы`,
  uk: `і й та в у не на я бути він з із зі що а по це цей ця ці вона до але вони ми все всі за від о об для при без під
    над через між так ж теж ви ти його її їх йому їй їм мене мені нас вас як який яка які яких де коли якщо або чи би був
    була було були є немає вже тільки ще дуже можна після також щоб`,
  tr: `ve bir bu şu o da de ki mi mı mu mü için ile gibi kadar daha çok en ama fakat veya ya ne her hiç ben sen biz siz
    onlar onun bunun olan olarak oldu olduğu olduğunu değil var yok sonra önce göre ise hem çünkü ancak tarafından
    üzerine arasında kendi nasıl neden`,
  ar: `في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن أن إن كان كانت هو هي هم نحن أنا أو و ثم بعد قبل عند
    كل بين حتى إذا قد كما لكن غير منذ حيث أي أنه أنها وقد ولا ومن وفي به له لها فيها فيه`,
  zh: '的 是 在 了 不 和 有 我 他 她 它 们 这 那 个 也 就 都 而 及 与 或 但 着 过 把 被 对 从 到 由 于 以 为 之 其 吗 呢 吧 很 更 最 又 再 才',
  ja: 'の に は を が と で も た だ し て い る れ な ら り か さ せ ま す よ ね へ や こ そ',
  ko: `은 는 이 가 을 를 의 에 와 과 도 로 으로 에서 하고 그 이는 있다 없다 있는 하는 한 할 것 수 등 및 더 또 또는 그리고 하지만
    그러나 때문에 대한 위해 통해 따라 이번 지난 모든 우리 저는 제가`,
  id: `yang dan di ke dari untuk dengan pada dalam ini itu adalah tidak akan atau juga oleh sebagai ada telah sudah saya
    anda kami kita mereka dia ia bisa dapat lebih karena jika saat seperti hanya agar namun tetapi bagi para tersebut
    menjadi secara antara setelah belum masih serta`,
  vi: `và của là có không được cho trong với các những một này đó đã sẽ đang từ đến về tại khi như để bởi vì nếu thì mà
    cũng rất hơn nhiều tôi bạn anh chị họ chúng ta nhưng hoặc hay vào ra trên dưới sau trước giữa theo do bị`,
  hi: `का के की है हैं में से को पर और यह वह ने भी नहीं तो ही कि जो एक था थी थे हो कर लिए इस उस या अपने तक साथ बाद इन
    उन कुछ कोई होता होती होते गया गई करने`,
  sv: `och att det som en ett den de i på av för med till från om är var har hade inte jag du han hon vi ni dem sig sin
    sitt sina men eller så när där här hur vad vem kan ska skulle vill må också bara mycket mer efter under över mellan
    vid utan dessa detta denna alla`,
  fi: `ja on ei se että oli hän ovat olla mutta tai kun niin kuin joka jotka mitä mikä tämä tässä tämän sen ne he minä sinä
    me te ole myös vain jos sekä mukaan kanssa jälkeen ennen sitä siitä hänen heidän ollut voi jo vielä nyt sitten siis
    koska`,
  el: `και το η ο τα οι τον την του της των στο στη στην στον στα στις από με για να που δεν θα είναι ήταν έχει έχουν ένα
    μια μία ένας σε ως αλλά ή αν όπως πως ότι αυτό αυτή αυτός αυτά μας σας τους κατά μετά πριν χωρίς μόνο πολύ πιο μέχρι
    επίσης`,
  cs: `a i v ve na s se z ze do od za o u po při přes pro pod nad před bez mezi ale nebo ne není je jsou byl byla bylo byli
    být to ten ta ty toho této těch že který která které kterých jak co kdo kde kdy už jen také jeho její jejich mu ho mě
    já ty on ona oni my vy může aby když podle`,
  da: `og at det som en et den de i på af for med til fra om er var har havde ikke jeg du han hun vi dem sig sin sit sine
    men eller så når hvor her hvordan hvad hvem kan skal skulle vil må også kun meget mere efter under over mellem ved
    uden disse dette denne alle blev bliver`,
  ro: `și de la în cu pe din pentru nu este sunt era au a fost fi un o unei unui al ai ale care ce că se să sau dar mai
    prin după până între fără despre lui ei lor noi voi eu el ea ei este acest această aceste acestei când unde cum foarte
    doar`,
  hu: `a az és hogy nem is egy ez azt ezt de van volt lesz meg csak már még mint vagy ha mert aki ami amely minden között
    után előtt alatt szerint által nagyon több neki őt ők mi ti én te ő itt ott így úgy el ki be fel le`,
};

const MOST_LANGUAGES = 31;

export interface FunctionWords {
  /** Languages in the order of their bits. */
  readonly languages: readonly string[];
  /** Bits of the languages that have a function word of this hash; 0 for none. */
  maskOf(hash: number): number;
}

/** All function words in one open-addressing table: one probe a word tells for which languages it is one. */
export const functionWords = once((): FunctionWords => {
  const languages = Object.keys(LISTS).slice(0, MOST_LANGUAGES);
  const masks = new Map<number, number>();
  languages.forEach((language, bit) => {
    for (const word of functionWordsOf(language)) {
      const hash = hashWord(word);
      masks.set(hash, (masks.get(hash) ?? 0) | (1 << bit));
    }
  });
  return { languages, maskOf: createProbe(masks) };
});

/** The list of one language; empty when there is none. */
export function functionWordsOf(language: string): readonly string[] {
  return (LISTS[language] ?? '').split(/\s+/).filter((word) => word !== '');
}

function createProbe(entries: ReadonlyMap<number, number>): (hash: number) => number {
  const size = 2 ** Math.ceil(Math.log2(entries.size * 4));
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  for (const [hash, mask] of entries) {
    let slot = hash & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    values[slot] = mask;
  }
  return (hash) => {
    let slot = hash & (size - 1);
    while (values[slot] !== 0) {
      if (keys[slot] === hash) return values[slot] as number;
      slot = (slot + 1) & (size - 1);
    }
    return 0;
  };
}
