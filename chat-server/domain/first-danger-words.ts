/**
 * The words and phrases that prompt a navigator in a new installation; leads add to them and take out. Each stands for its
 * forms too: "bruise" for bruises and bruised.
 */
export const firstDangerWords = [
  ...['suicide', 'suicidal', 'kill myself', 'kill himself', 'kill herself', 'kill themselves', 'kill me'],
  ...['kill him', 'kill her', 'end my life', 'end it all', 'want to die', 'wants to die', 'better off dead'],
  ...['wish I was dead', 'no reason to live', 'overdose', 'self-harm', 'harm myself', 'harm himself'],
  ...['harm herself', 'cut myself', 'cuts himself', 'cuts herself', 'hurt myself', 'hang myself'],
  ...[
    'hurt by',
    'being hurt',
    'gets hurt',
    'hurt me',
    'hurt him',
    'hurt her',
    'hurt them',
    'hurt my',
    'hits',
    'beat me',
    'beat him',
    'beat her',
  ],
  ...['slap', 'punch', 'kicked me', 'kicked him', 'kicked her', 'strangle', 'choke', 'throttle', 'burnt him'],
  ...['burnt her', 'bruise', 'broken bone', 'black eye', 'shaken', 'locked in', 'tied up', 'starve'],
  ...['touch', 'private parts', 'rape', 'molest', 'groom', 'sexual', 'naked', 'nude', 'indecent', 'porn'],
  ...['abuse', 'neglect', 'assault', 'violent', 'violence', 'threaten', 'exploit', 'county lines', 'gang'],
  ...['run away', 'missing from home', 'not come home', 'kicked out', 'nowhere to sleep', 'no food'],
  ...['knife', 'stab', 'gun', 'weapon', 'acid', 'poison', 'drugged', 'drunk', 'not safe', 'unsafe'],
  ...[
    'do not feel safe',
    "don't feel safe",
    'in danger',
    'scared of him',
    'scared of her',
    'scared to go home',
  ],
  ...['afraid of him', 'afraid of her', 'frightened of', 'forced marriage', 'forced to marry', 'FGM'],
  ...['cut her down there', 'radicalise', 'restrain', 'seclusion', 'left alone', 'home alone', "can't cope"],
  ...['cannot cope', 'cannot go on', "can't go on", 'please help us now'],
].map((word) => word.toLowerCase())
