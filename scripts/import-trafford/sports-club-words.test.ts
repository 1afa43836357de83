import { describe, expect, it } from 'vitest'
import { clubSummary } from './sports-club-words.ts'

describe('the sentence for a sports club', () => {
  it.each([
    ['Sale Juniors Football Club', 'Football', 'A junior football club in Sale.'],
    ['Ashton Ladies Bowling Club', 'Bowling', 'A bowling club in Sale for women.'],
    ['Sale Harriers Athletic Club', 'Athletic', 'An athletics club in Sale.'],
    ['AFC Sale', 'Athletic', 'A sports club in Sale.'],
    ['Manchester Korfball Club', 'Netball, Basketball', 'A korfball club in Sale.'],
    ['Unicorn Athletic Junior Football Club', 'Football', 'A junior football club in Sale.'],
    ['St Lawrence Gaelic Football Club', 'Gaelic Football', 'A Gaelic football club in Sale.'],
    [
      'Sailfin Swimming Club for People with Disabilities',
      'Swimming',
      'A swimming club in Sale for people with disabilities.',
    ],
  ])('%s', (name, category, sentence) => {
    expect(clubSummary({ name, category, locality: 'Sale' })).toBe(sentence)
  })
})
