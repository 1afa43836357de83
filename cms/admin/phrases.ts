/**
 * What Decap says in our words. Decap's own English stands wherever nothing is said here; the keys are Decap's, and so are
 * the words in %{…}.
 */
export const phrases = {
  app: {
    header: { content: 'Pages', workflow: 'Drafts', quickAdd: 'New' },
    app: {
      errorHeader: 'The CMS could not start',
      configErrors: 'What is wrong',
      checkConfigYml: 'Tell the people who run the site.',
      loadingConfig: 'One moment …',
      waitingBackend: 'One moment …',
    },
    notFoundPage: { header: 'There is no such page' },
  },
  collection: {
    sidebar: { collections: 'What you can change', searchAll: 'Search' },
    collectionTop: {
      newButton: 'New %{collectionLabel}',
      newButtonAriaLabel: 'New %{collectionLabel}',
      viewAsList: 'Show as a list',
      viewAsGrid: 'Show as cards',
      ascending: 'from A to Z',
      descending: 'from Z to A',
      searchResults: 'Found for “%{searchTerm}”',
      searchResultsInCollection: 'Found for “%{searchTerm}” in %{collection}',
    },
    entries: {
      loadingEntries: 'One moment …',
      cachingEntries: 'One moment …',
      longerLoading: 'This may take a minute.',
      noEntries: 'There is nothing to show here.',
      unpublishedHeader: 'Not on the site yet',
    },
  },
  editor: {
    editorControlPane: {
      widget: {
        required: '%{fieldLabel} is missing.',
        regexPattern: '%{fieldLabel}: this does not look right. It should be: %{pattern}.',
        processing: '%{fieldLabel} is not ready yet. Wait a moment.',
        range: '%{fieldLabel}: write a number from %{minValue} to %{maxValue}.',
        min: '%{fieldLabel}: write %{minValue} or more.',
        max: '%{fieldLabel}: write %{maxValue} or less.',
        rangeCount: '%{fieldLabel}: give from %{minCount} to %{maxCount}.',
        rangeCountExact: '%{fieldLabel}: give exactly %{count}.',
        rangeMin: '%{fieldLabel}: give at least %{minCount}.',
        rangeMax: '%{fieldLabel}: give at most %{maxCount}.',
      },
    },
    editorToolbar: {
      // Steps are hidden by these words where a person may not take them.
      draft: 'Draft',
      inReview: 'In review',
      ready: 'Ready',
      status: 'Status: %{status}',
      unpublish: 'Take off the site',
      publishing: 'Publishing …',
      saving: 'Saving …',
      deleting: 'Deleting …',
      updating: 'Changing …',
      duplicate: 'Make a copy',
      publishAndCreateNew: 'Publish and start a new one',
      publishAndDuplicate: 'Publish and make a copy',
      deleteUnpublishedChanges: 'Throw the draft away',
      deleteUnpublishedEntry: 'Throw the draft away',
      deletePublishedEntry: 'Take this page off the site',
      deleteEntry: 'Delete this page',
      backCollection: 'Back to %{collectionLabel}',
      unsavedChanges: 'Not saved yet',
      changesSaved: 'Saved',
      deployPreviewPendingButtonLabel: 'Not on the site yet',
      deployPreviewButtonLabel: 'See the page as it is now',
      deployButtonLabel: 'See the page',
    },
    editor: {
      onLeavePage: 'What you changed is not saved. Leave this page all the same?',
      onUpdatingWithUnsavedChanges: 'Save your changes first. Then change the status.',
      onPublishingNotReady: 'Set this to "Ready" before you publish it.',
      onPublishingWithUnsavedChanges: 'Save your changes first. Then publish.',
      onPublishing: 'Publish this now? The page on the site changes within a few minutes.',
      onDeleteWithUnsavedChanges:
        'Take this page off the site? What you changed and did not save is lost. An editor can put the page back from its history.',
      onDeletePublishedEntry: 'Take this page off the site? An editor can put it back from its history.',
      onDeleteUnpublishedChangesWithUnsavedChanges:
        'Throw the draft away, with what you did not save? The page on the site stays as it is.',
      onDeleteUnpublishedChanges: 'Throw the draft away? The page on the site stays as it is.',
      loadingEntry: 'One moment …',
      confirmLoadBackup: 'Your browser kept changes to this page that were not saved. Use them?',
    },
    editorInterface: { togglePreview: 'Show or hide the preview', toggleScrollSync: 'Scroll both together' },
    editorWidgets: {
      markdown: {
        bulletedList: 'List with dots',
        numberedList: 'List with numbers',
        link: 'Link',
        linkPrompt: 'The address that the link leads to',
        richText: 'As it looks',
        markdown: 'With Markdown marks',
      },
      unknownControl: { noControl: 'This field cannot be changed here.' },
      list: { add: 'Add %{item}', addType: 'Add %{item}' },
      object: { expand: 'Show', collapse: 'Fold up' },
    },
  },
  workflow: {
    workflow: {
      loading: 'One moment …',
      workflowHeading: 'Drafts',
      newPost: 'New page',
      description: 'Waiting for an editor: %{smart_count}. Ready to publish: %{readyCount}.',
      dateFormat: 'D MMMM',
    },
    workflowCard: {
      lastChange: '%{date}, by %{author}',
      deleteChanges: 'Throw away',
      deleteNewEntry: 'Throw away',
      publishChanges: 'Publish',
      publishNewEntry: 'Publish',
    },
    workflowList: {
      onDeleteEntry: 'Throw this draft away? A page that is on the site stays as it is.',
      onPublishingNotReadyEntry:
        'Set this to "Ready" before you publish it. Open it and choose its status at the top.',
      onPublishEntry: 'Publish this now? The page on the site changes within a few minutes.',
      draftHeader: 'Draft',
      inReviewHeader: 'In review',
      currentEntries: '%{smart_count} draft |||| %{smart_count} drafts',
    },
  },
  ui: {
    default: { goBackToSite: 'Go back to the site' },
    errorBoundary: {
      title: 'Something went wrong',
      details:
        'The CMS has stopped. What you saved is safe. Load the page again, or tell the people who run the site. ',
      reportIt: 'Report it to the makers of Decap CMS, on GitHub.',
      detailsHeading: 'For the people who run the site',
      privacyWarning:
        'The report would hold the message and what this page holds. Read it and take out what is private before you send it.',
      recoveredEntry: {
        heading: 'What you were writing',
        warning: 'Copy this and keep it before you leave the page.',
        copyButtonLabel: 'Copy it',
      },
    },
    settingsDropdown: { logOut: 'Sign out', account: 'Your account' },
    toast: {
      entrySaved: 'Saved',
      missingRequiredField:
        'Not saved yet. Something is missing: fill in the fields marked in red, then save again.',
      entryPublished: 'Published',
      entryUpdated: 'The status has changed',
      onDeleteUnpublishedChanges: 'The draft is thrown away',
      onFailToLoadEntries: 'This page could not be opened. %{details}',
      onFailToLoadDeployPreview: 'We cannot say where the page is on the site.',
      onFailToPersist: 'Not saved. %{details}',
      onFailToDelete: 'Not deleted. %{details}',
      onFailToUpdateStatus: 'The status has not changed. %{details}',
      onFailToPublishEntry: 'Not published. %{details}',
      onFailToAuth: '%{details}',
      onLoggedOut: 'Your sign-in has ended. Copy what you did not save, then sign in again.',
      onBackendDown: 'The CMS cannot be reached just now. %{details}',
    },
  },
}
