// The page begins here, when every view has been added.

buildViews();
startShell();
startSearch();
buildSaveMenu();
startPrinting();
apply(stateOf(location.hash), { move: true });
document.documentElement.dataset.ready = 'yes';
