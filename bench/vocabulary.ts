const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Most common first. */
export const NOUNS = list(`
  town river house road market school garden bridge council farmer library harbour kitchen village season station roof
  field winter teacher museum engine boat family worker company factory forest valley street club letter winter morning
  hall building committee orchard coast theatre mill baker window door report budget election ferry driver nurse doctor
  clinic hospital storm flood drought harvest wheat barley potato cheese bread oven tool hammer timber stone brick clay
  glass copper iron steel paint canvas portrait statue choir orchestra violin drum festival stage actor novel poem
  editor newspaper printer paper ink shelf archive map compass island lighthouse lantern cliff beach tide current salmon
  trout heron owl fox hare badger deer horse cow sheep goat hen meadow hedge path trail summit glacier lake dam canal
  lock barge tunnel railway carriage ticket platform signal clock bell tower church monastery abbey castle wall gate
  garrison soldier treaty border customs merchant coin bank loan debt price wage union strike contract lawyer judge court
  witness prison guard police fire brigade hose ladder pump well spring pipe drain sewer cable wire battery turbine panel
  laboratory sample microscope telescope planet comet satellite sensor signal antenna radio camera film lens album record
  quilt loom thread needle button coat boot glove hat basket pottery kiln jar bottle cork vineyard cellar barrel brewery
  apprentice carpenter plumber mason tailor weaver potter smith gardener beekeeper shepherd miller fisherman sailor pilot
  mechanic engineer architect surveyor chemist biologist geologist historian archaeologist librarian curator conductor
  tenant landlord neighbour visitor tourist guest host cook waiter recipe soup stew onion carrot apple pear plum cherry
  walnut honey wax hive swarm pollen clover moss fern oak birch willow pine cedar root branch leaf bark seed soil compost
  league match goal referee coach runner sprint marathon trophy stadium crowd ticket season bicycle helmet pedal wheel
`);

export const VERBS = list(`
  opened closed built found left reached kept moved started finished changed carried followed crossed bought sold paid
  raised lowered repaired painted cleaned measured counted recorded planned approved rejected visited joined supported
  studied planted watered cut gathered stored loaded delivered borrowed returned replaced removed restored inherited
  designed drew described photographed copied printed published praised criticised questioned answered remembered
  forgot ignored noticed watched heard welcomed warned protected defended abandoned rebuilt extended narrowed widened
  heated cooled washed dried baked boiled roasted mixed weighed sorted labelled packed shipped tested adjusted
  installed disconnected wired drained flooded fenced mapped surveyed excavated identified catalogued translated
  performed rehearsed recorded conducted trained coached hired paid promoted dismissed elected appointed
`);

export const ADJECTIVES = list(`
  old new small large long short early late local quiet narrow wide deep heavy light warm cold dry wet dark bright
  wooden public private northern southern eastern western steep flat empty crowded busy careful patient stubborn modest
  generous cheap expensive rare common famous forgotten ruined restored damaged sturdy fragile rusty polished broken
  annual weekly regional national medieval modern temporary permanent unusual familiar reliable uncertain distant nearby
  muddy frozen sunny windy foggy stormy mild fierce gentle rough smooth sharp blunt bitter sweet sour salty fresh stale
  young elderly skilled amateur professional retired volunteer foreign native ancient recent brief lengthy detailed vague
`);

export const ADVERBS = list(`
  slowly quickly quietly carefully usually often rarely seldom gradually suddenly eventually finally nearly almost
  reluctantly gladly openly privately briefly thoroughly badly partly fully loosely firmly steadily
`);

export const NAMES = list(`
  Amara Beatrix Caspian Delphine Edmund Farida Gustav Henrike Ignatius Jolanda Kaspar Leonie Matthias Nadia Oskar Petra
  Quentin Rosalind Soraya Tobias Ulrike Valentin Wilhelmina Xenia Yusuf Zelda
`);

export const SURNAMES = list(`
  Abernethy Brannock Castellane Dunmore Ellingham Farrow Gethin Hollister Ingram Jessop Kirkby Lindqvist Marchetti
  Norrington Oakes Pemberton Quill Rasmussen Sandoval Thackeray Underhill Vasquez Whitlock Yarrow Zeller
`);

export const PLACES = list(`
  Aldermouth Brackenfell Coldwater Dunharrow Eastmere Fennimore Greyhaven Hollowbrook Ironbridge Kestrelby Lowmoor
  Marshgate Netherby Oldcastle Pinefield Quarrydale Ravensford Stonewick Thornbury Upperton Westerholm
`);

export const OPENERS = [
  'In the spring of {year},',
  'By the end of the decade,',
  'For most of the year,',
  'After the second meeting,',
  'Before the work began,',
  'On a Tuesday in {month},',
  'Unlike its neighbours,',
  'According to the minutes,',
  'Some weeks later,',
  'At first,',
  'Even so,',
  'Nobody was surprised when',
  'Two miles to the north,',
  'Until then,',
] as const;

export const MONTHS = list('January March April May June July August September October November');
