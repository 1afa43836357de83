/** Whom to call when someone may hurt themselves. Stands above all results. The numbers are real. */
export function CrisisHelp() {
  return (
    <div class="notice notice--danger">
      <p class="notice__title">
        Is someone in danger? <a href="tel:999">Call 999</a> now.
      </p>
      <p>
        If you, or someone you look after, think about suicide or self-harm,{' '}
        <a href="tel:111">call NHS 111</a> and choose the mental health option. It is free, day and night. You
        are not alone, and they will listen.
      </p>
    </div>
  )
}
