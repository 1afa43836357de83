import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/**
 * Draws the pictures of the example services into `site/content/media/`. They are plans and not photographs, and say that
 * they are examples: nobody shall take them for a real place.
 */
const media = join(import.meta.dirname, '../site/content/media')

const plans = {
  '7a4d2f6e-0c51-4f0e-9b8e-5d1c3a7e9f20/entrance-with-a-ramp.webp': `
    <rect x="420" y="120" width="640" height="360" fill="#e3f0ef" stroke="#0b5a5e" stroke-width="10"/>
    <rect x="640" y="472" width="220" height="16" fill="#ffffff"/>
    <text x="740" y="290" class="big">The hall</text>
    <text x="750" y="448">Wide door, 1.2 m</text>
    <path d="M730 488 V640 H180 V560 H640 V488 Z" fill="#fdf1e7" stroke="#8a3b12" stroke-width="6"/>
    <path d="M200 618 H685 V520" fill="none" stroke="#8a3b12" stroke-width="6" stroke-dasharray="4 14" stroke-linecap="round"/>
    <text x="380" y="600">Ramp with a handrail</text>
    <path d="M750 500 h110 M750 520 h110 M750 540 h110" stroke="#465362" stroke-width="8"/>
    <text x="805" y="590">3 steps</text>
    <text x="180" y="700" class="left">Car park</text>`,
  '577dadce-54a3-5826-a5c8-6b57fc9b91b1/plan-of-the-room.webp': `
    <rect x="200" y="110" width="800" height="520" fill="#e3f0ef" stroke="#0b5a5e" stroke-width="10"/>
    <rect x="520" y="622" width="160" height="16" fill="#ffffff"/>
    <text x="600" y="600">Door</text>
    <rect x="240" y="150" width="300" height="190" rx="60" fill="#ffffff" stroke="#0b5a5e" stroke-width="5"/>
    <text x="390" y="255">Soft floor</text>
    <circle cx="820" cy="260" r="130" fill="#fdf1e7" stroke="#8a3b12" stroke-width="5"/>
    <text x="820" y="255">Lights you</text><text x="820" y="290">can switch off</text>
    <rect x="240" y="430" width="250" height="150" fill="#ffffff" stroke="#0b5a5e" stroke-width="5" stroke-dasharray="12 8"/>
    <text x="365" y="500">Quiet corner</text><text x="365" y="535">with a curtain</text>
    <rect x="740" y="450" width="220" height="110" fill="#ffffff" stroke="#0b5a5e" stroke-width="5"/>
    <text x="850" y="515">Seat for you</text>`,
}

for (const [path, plan] of Object.entries(plans)) {
  const target = join(media, path)
  await mkdir(dirname(target), { recursive: true })
  const { size } = await sharp(Buffer.from(sheet(plan)))
    .webp({ quality: 80 })
    .toFile(target)
  console.log(`${path}: ${Math.ceil(size / 1000)} KB`)
}

function sheet(plan: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="760">
    <style>
      text { font: 30px 'DejaVu Sans', sans-serif; fill: #16202b; text-anchor: middle }
      .big { font-size: 40px; font-weight: bold }
      .left { text-anchor: start }
    </style>
    <rect width="1200" height="760" fill="#f4f7f6"/>
    <text x="40" y="60" class="left big">Example picture, not a real place</text>
    ${plan}
  </svg>`
}
