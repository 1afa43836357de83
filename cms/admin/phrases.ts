/**
 * What Decap says in our words. Decap's own English stands wherever nothing is said here; the keys are Decap's.
 */
export const phrases = {
  collection: { collectionTop: { newButton: 'New %{collectionLabel}' } },
  editor: {
    editorToolbar: {
      deployPreviewPendingButtonLabel: 'Not on the site yet',
      deployPreviewButtonLabel: 'See the page as it is now',
      deployButtonLabel: 'See the page',
    },
    editor: {
      onPublishingNotReady: 'Set this to "Ready" before you publish it.',
      onPublishing: 'Publish this now? The page on the site changes within a few minutes.',
    },
  },
  workflow: { workflow: { newPost: 'New page' } },
  ui: {
    toast: {
      entrySaved: 'Saved',
      missingRequiredField:
        'Not saved yet. Something is missing: fill in the fields marked in red, then save again.',
      entryPublished: 'Published',
      onFailToLoadEntries: 'This page could not be opened. %{details}',
      onFailToPersist: 'Not saved. %{details}',
      onFailToDelete: 'Not deleted. %{details}',
      onFailToUpdateStatus: 'The status has not changed. %{details}',
      onFailToPublishEntry: 'Not published. %{details}',
    },
  },
}
