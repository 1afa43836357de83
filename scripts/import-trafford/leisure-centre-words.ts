import type { Service } from '#records/service.ts'

/** What is in a leisure centre, in plain words. */
export interface CentreWords {
  readonly summary: string
  readonly body?: string
  readonly notice?: string
  /** On opening times, where the source says more than days and hours. */
  readonly times?: string
  readonly access?: Service['access']
}

/** The words for a leisure centre, written from the facilities that the source lists. */
export function leisureCentreWords(name: string, locality: string): CentreWords {
  return words[name] ?? { summary: `A leisure centre in ${locality}.` }
}

const words: Readonly<Record<string, CentreWords>> = {
  'Move Altrincham': {
    summary: 'A leisure centre in Altrincham with two swimming pools, a gym, studios and a sports hall.',
    body: 'One pool is 25 metres long, the other is a learner pool. There is also an indoor cycling studio, a gymnastics area, a spa and a café.',
    access: {
      changingPlace: 'yes',
      notes: 'A pool pod helps people who cannot use steps into the water.',
    },
  },
  'Sale Leisure Centre': {
    summary: 'A leisure centre in Sale with swimming pools, a gym, a sports hall and a spinning studio.',
    body: 'There is a 25-metre pool, a small pool for children and a training pool for clubs. You can watch from a spectator area. There is badminton too.',
  },
  'Stretford Sports Village, Chester Centre': {
    summary: 'A leisure centre in Stretford with two swimming pools, a gym, a studio and a sports hall.',
    body: 'One pool is 25 metres long, the other is small. There is a separate gym for women, and there is badminton.',
  },
  'Stretford Sports Village, Talbot Centre': {
    summary: 'A sports centre in Stretford, open in the evening on weekdays and in the daytime at weekends.',
  },
  'Stretford Sports Village, Old Trafford Sports Barn': {
    summary: 'A sports hall in Old Trafford with an outdoor pitch and outdoor courts.',
    body: 'The hall has four badminton courts. The outdoor pitch is artificial grass with floodlights.',
    access: { notes: 'There are changing rooms for disabled people.' },
  },
  'Partington Sports Village': {
    summary: 'Outdoor football pitches in Partington. The rest of the centre was closed for building work.',
    notice:
      'Building work: when the source was written, only the outdoor football pitches could be used. For swimming and the gym it points to the leisure centres in Sale and Stretford.',
    times: 'These times are for booked football pitches only.',
  },
  'Move Urmston': {
    summary: 'A leisure centre in Urmston with swimming, a gym, indoor climbing and a sensory room.',
    body: 'There is also badminton, table tennis and fitness classes, and you can book birthday parties.',
    access: { notes: 'There is a sensory room.' },
  },
  'The Grammar': {
    summary:
      'A sports hall, pitches, courts and a dance studio that the public can use at a school in Bowdon.',
    body: 'The building is Altrincham Grammar School for Boys. There are tennis courts, cricket nets and an all-weather pitch, and classrooms for hire.',
    times: 'Open in the evening, at weekends and in the school holidays.',
  },
  'BeActive Urmston': {
    summary:
      'A community sports centre in Urmston with a gym, classes and sports that more people can join in.',
    body: 'There is walking netball, walking football and pickleball, and rooms where people can meet.',
  },
}
