#!/usr/bin/env bash
# Puts what the weekly looks found into one pull request and one issue, each updated in place.
# `tell.sh FOLDER`: the folder holds records of docs/about/, and report.md for the issue. Needs git, gh and GH_TOKEN.
set -euo pipefail
folder=$1
branch=weekly-looks
title="What has aged"

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

if [ ! -f "$folder/report.md" ]; then
  echo "no report of links and releases"
  exit 0
fi
number=$(gh issue list --label freshness --state open --limit 1 --json number --jq '.[].number')
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$folder/report.md"
else
  gh label create freshness --description "What the weekly look found" --force
  gh issue create --title "$title" --label freshness --body-file "$folder/report.md"
fi
