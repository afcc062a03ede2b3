#!/bin/sh
# Trains the shipped models on the JSB chorales and draws their curves. Run it in the root of the
# project; DATA is the folder with jsb-chorales-{train,valid}.txt.gz (rolls as text).
set -eu
data=${1:-../shared/data/pianoroll}
models='RnnRbm RnnRbmPaper LstmRbm GruRbm Rtrbm Crbm Trbm Rbm RnnNade Lstm Rnn Srtrbm RnnDbm'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for model in $models; do
  nice -n 10 ./harmonium train "$data/jsb-chorales-train.txt.gz" \
    --valid "$data/jsb-chorales-valid.txt.gz" --model "$model" --epochs 60 --seed 1 --threads 1 \
    --out "$work/$model.safetensors" --log "docs/trainings/jsb-$model.csv"
  ./harmonium compose "$work/$model.safetensors" --seed 1 -o "$work/$model.mid"
  cp "docs/trainings/jsb-$model.csv" "$work/$model.csv"
done
cd "$work"
"$OLDPWD/harmonium" curve RnnRbm.csv RnnRbmPaper.csv LstmRbm.csv GruRbm.csv Rtrbm.csv Crbm.csv \
  Trbm.csv --title 'JSB chorales, recipe default, seed 1' \
  -o "$OLDPWD/docs/pictures/jsb-monitor.png"
"$OLDPWD/harmonium" curve RnnNade.csv Lstm.csv Rnn.csv \
  --title 'JSB chorales, exact log-likelihood, recipe default, seed 1' \
  -o "$OLDPWD/docs/pictures/jsb-likelihood.png"
