/**
 * Words of families that are spelt right, though perhaps no page holds them. They are never changed into a word that
 * looks like them: `scared` is not `shared`, and `bullying` is not `building`.
 */
export const wordsToKeep: ReadonlySet<string> = new Set(
  'abuse abused afraid aggressive angry anger attack autistic barred beaten behaviour bereaved bereavement biting bitten blamed bored broken bullied bully bullying coping cope cruel crying cutting danger debt depressed divorce died dying eating excluded exclusion expelled exhausted failed failing fighting grief harm hate hated hates hitting homeless hungry hurt hurting ignored kicked kicking lonely lying masking meltdown meltdowns moaning moving naughty neglect overdose overwhelmed panic poor punished racism refuse refused refusing rejected restrained running sad scared scratching screaming self separated shouting shutdown sleep sleeping sleepless smacked smearing spitting stealing stimming stopped struggling suicidal suicide suspended swearing teased teasing throwing tired told trauma truant upset violence violent waiting weight worried worry worrying'.split(
    ' ',
  ),
)
