#!/usr/bin/env bash
# Puts the records of the weekly looks into one pull request, which is updated in place.
# `tell.sh FOLDER`: the folder holds records of docs/about/. Needs git, gh and GH_TOKEN.
set -euo pipefail
folder=$1
branch=weekly-looks

for record in freshness.json canary.json; do
  if [ -f "$folder/$record" ]; then cp "$folder/$record" "docs/about/$record"; fi
done
git add docs/about
if git diff --cached --quiet; then
  echo "the records are as they were"
else
  git switch --create "$branch"
  git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
    commit --quiet --message "Record what the weekly looks found"
  git push --quiet --force origin "$branch"
  if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
    gh pr create --head "$branch" --title "Record what the weekly looks found" \
      --body "Written by the workflow Weekly. Merging it shows the new lists on the pages Freshness and Newest releases."
  fi
fi
