#!/usr/bin/env bash
# Puts files that a workflow made into one pull request, which is updated in place.
# `pull.sh BRANCH SUBJECT BODY PATH...`: the paths are committed as they are in the working tree, and nothing else.
# Needs git, gh and GH_TOKEN.
set -euo pipefail
branch=$1 subject=$2 body=$3
shift 3

git add -- "$@"
if git diff --cached --quiet; then
  echo "nothing has changed"
  exit 0
fi
git switch --create "$branch"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --message "$subject"
git push --quiet --force origin "$branch"
if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr create --head "$branch" --title "$subject" --body "$body

GitHub runs no workflow for a pull request that a workflow opens: close it and open it again, and it is checked."
fi
