# The project's checks and the binary. `make help` lists them; .ci/run runs them all.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PKGS ?= ./...
PLATFORMS := windows/amd64
# It brings its own staticcheck, v0.8.2.
GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# The binary, vet and the linters compile alike, so that what one compiled serves the others.
build vet linters $(PLATFORMS): export CGO_ENABLED := 0
build vet linters $(PLATFORMS): export GOFLAGS := $(shell go env GOFLAGS) -trimpath

.PHONY: help
help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

.PHONY: build
build: ## the one static binary, bin/huiban
	go build -ldflags '-s -w' -o bin/ ./cmd/huiban

.PHONY: test
test: ## every test, with the race detector and real PostgreSQL, Dovecot and Postfix
	.ci/servers.sh run go test -race -shuffle=on -timeout 40m $(PKGS)

.PHONY: fuzz
fuzz: ## every fuzz target for its share of FUZZ_SECONDS (60)
	.ci/fuzz.sh $(PKGS)

.PHONY: bench
bench: ## every benchmark
	.ci/servers.sh run go test -run '^$$' -bench . -benchmem $(PKGS)

.PHONY: score
score: ## how well the sample mails in parser/testdata are read
	go test -count=1 -v -run '^TestScore$$' ./parser

.PHONY: demo
demo: ## seven weeks of a weekly meeting, into huiban-demo/
	go run ./cmd/huiban demo

.PHONY: lint
lint: format vet tidy linters cross ## all that is checked without running anything

.PHONY: format
format: ## gofmt has nothing to say
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "gofmt -w is due:"; echo "$$unformatted"; exit 1; }

.PHONY: vet
vet: ## go vet
	go vet $(PKGS)

.PHONY: tidy
tidy: ## go.mod and go.sum are complete, minimal and unaltered
	go mod tidy -diff
	go mod verify

.PHONY: linters
linters: ## .golangci.yaml: the import table and a few linters, staticcheck among them
	go run $(GOLANGCI) run --allow-parallel-runners $(PKGS)

.PHONY: cross
cross: $(PLATFORMS) ## it builds for the other platforms

.PHONY: $(PLATFORMS)
$(PLATFORMS):
	GOOS=$(@D) GOARCH=$(@F) go build -o /dev/null ./cmd/huiban
