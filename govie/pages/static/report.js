recall();
speak(language);
indexText();
labelFilters();
refresh();
drawCard();
drawProgress();
