import Synthesis

/// What a program shows of a review, by brute force: the slow twin of what the review file reads
/// from its tables.
extension MemoryReview {
  /// A coder's intent done, with what has to be said besides; `nil` where all was so already.
  ///
  /// - Throws: ``Refusal`` where a rule refuses it.
  package mutating func outcome(
    of intent: Intent, as coder: EntityID, origin: any Origin
  ) throws -> (action: Action?, remark: String) {
    let act = try Rules(review: self, coder: coder, origin: origin).act(for: intent)
    return (
      append(act, as: coder, id: origin.identity(), at: origin.now()), act.remark
    )
  }

  /// The bank of codes by name.
  package func bank() throws -> [BankCode] {
    var lines: [EntityID: Int] = [:]
    var coders: [EntityID: Set<EntityID>] = [:]
    for document in try live(Document.kind) {
      for (code, sets) in try tallies(of: document.id) {
        for (set, count) in sets {
          lines[code, default: 0] += count
          coders[code, default: []].formUnion(set)
        }
      }
    }
    let spreads = try spreads()
    return try live(Code.kind).filter { try resolve($0.id) == $0.id }.map { thing in
      BankCode(
        code: Code(id: thing.id, fields: thing.folded.fields), lines: lines[thing.id] ?? 0,
        studies: spreads[thing.id]?.values.reduce(0, +) ?? 0, coders: coders[thing.id] ?? [],
        madeBy: thing.folded.first.coder, madeAt: thing.folded.first.at)
    }.sorted { ($0.code.name, $0.code.id) < ($1.code.name, $1.code.id) }
  }

  /// The studies by label, each with its counts.
  package func studies() throws -> [StudySummary] {
    try live(Study.kind).map { Study(id: $0.id, fields: $0.folded.fields) }
      .sorted { ($0.label, $0.id) < ($1.label, $1.id) }.map(summary)
  }

  private func summary(of study: Study) throws -> StudySummary {
    let documents = try self.documents(of: study.id)
    let lines = try documents.flatMap { try self.lines(of: $0).lines }
    let coverage = try documents.map(coverage).reduce(into: [:]) { sums, own in
      sums.merge(own) { $0 + $1 }
    }
    let finished = try live(StudyDone.kind).filter {
      $0.folded.fields.entity("study") == study.id
    }
    return StudySummary(
      study: study, documents: documents, lines: lines.count,
      codable: lines.count(where: \.isCodable),
      quotations: lines.count { $0.standing == .quotation },
      rolesConfirmed: lines.count(where: \.roleIsConfirmed),
      rolesGuessed: lines.count { $0.role != .author && !$0.roleIsConfirmed },
      coverage: coverage, finishedBy: Set(finished.compactMap { $0.folded.fields.entity("coder") }))
  }

  /// A study with all that stands beside its lines; `nil` where it is no more.
  package func page(of study: EntityID) throws -> StudyPage? {
    guard let summary = try studies().first(where: { $0.study.id == study }) else { return nil }
    return StudyPage(summary: summary, documents: try summary.documents.map(documentPage))
  }

  /// A document with all that stands beside its lines.
  package func documentPage(of document: EntityID) throws -> DocumentPage {
    var times: [EntityID: Int64] = [:]
    var codings: [Coding] = []
    var first: Stamp?
    for thing in try live(Coding.kind) {
      guard let own = Coding(id: thing.id, fields: thing.folded.fields), own.document == document
      else { continue }
      let coding = Coding(
        document: document, passage: own.passage, code: try resolve(own.code), coder: own.coder,
        memo: own.memo)
      codings.append(coding)
      times[coding.id] = thing.folded.writers["on"]?.at
      if let stamp = thing.folded.writers["on"]?.stamp { first = min(first ?? stamp, stamp) }
    }
    return DocumentPage(
      table: try lines(of: document),
      codings: codings.sorted { ($0.passage, times[$0.id] ?? 0) < ($1.passage, times[$1.id] ?? 0) },
      times: times, firstCoded: first,
      setAsides: try setAsides().filter { $0.document == document },
      evidence: try live(Evidence.kind)
        .compactMap { Evidence(id: $0.id, fields: $0.folded.fields) }
        .filter { $0.document == document },
      memos: try live(Memo.kind).compactMap { Memo(id: $0.id, fields: $0.folded.fields) }
        .filter { $0.about == document && !$0.text.isEmpty })
  }
}

extension MemoryReview {
  /// An action in words.
  package func item(_ action: Action) throws -> HistoryItem {
    HistoryItem(
      action: action, sentence: try Sentences(self).describe(action),
      isUndone: try undoing(of: action.id) != nil)
  }

  /// The log in words, the latest first.
  package func history(limit: Int) throws -> [HistoryItem] {
    try actions.suffix(limit).reversed().map(item)
  }

  /// What `undo` would take back for a coder, in words.
  package func undoable(by coder: EntityID) throws -> String? {
    try lastAct(of: coder).map { try Sentences(self).describe($0) }
  }

  /// The act that `undo` would take back.
  package func lastAct(of coder: EntityID) throws -> Action? {
    var found: Action?
    try recentActions(of: coder) { action in
      guard !action.verb.isPassedOverByUndo, action.verb != .new,
        try undoing(of: action.id) == nil
      else { return false }
      found = action
      return true
    }
    return found
  }

  /// The lines that a code holds in other studies, study by study.
  package func lines(holding code: EntityID, notIn study: EntityID) throws -> [CodedLine] {
    let others = try studies().filter { $0.study.id != study }
    return try others.flatMap { other in
      try numberedLines(of: other).filter { line in
        try codings().contains {
          try $0.document == line.place.document && $0.passage.meets(line.place.passage)
            && resolve($0.code) == code
        }
      }
    }
  }

  /// The lines that hold one of several codes or are kept as evidence of a target, study by study,
  /// in one study or in all.
  package func lines(
    holding codes: [EntityID], tiedTo targets: Set<EntityID> = [], in study: EntityID?
  ) throws -> [CodedLine] {
    let ties = try live(Evidence.kind).compactMap { Evidence(id: $0.id, fields: $0.folded.fields) }
      .filter { targets.contains($0.target) }
    let chosen = try studies().filter { study == nil || $0.study.id == study }
    return try chosen.flatMap { own in
      try numberedLines(of: own).filter { line in
        try ties.contains {
          $0.document == line.place.document && $0.passage.meets(line.place.passage)
        } || holds(line, one: Set(codes))
      }
    }
  }

  private func holds(_ line: CodedLine, one codes: Set<EntityID>) throws -> Bool {
    let isCodable = try lines(of: line.place.document).lines.contains {
      $0.passage == line.place.passage && $0.isCodable
    }
    return try isCodable
      && codings().contains {
        try $0.document == line.place.document && $0.passage.meets(line.place.passage)
          && codes.contains(resolve($0.code))
      }
  }

  /// The lines in which words stand.
  package func search(_ words: String) throws -> [SearchHit] {
    let wanted = Array(words.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    return try studies().flatMap { study in
      try numberedLines(of: study).flatMap { line -> [SearchHit] in
        let text = Array(
          try lines(of: line.place.document).text.string(line.place.passage).lowercased()
            .unicodeScalars)
        return text.indices.filter { text[$0...].starts(with: wanted) }.map { offset in
          let start = line.place.passage.start + offset
          return SearchHit(
            study: study.study.id, label: line.study, number: line.number,
            place: Place(
              line.place.document, Passage(start: start, end: start + wanted.count)),
            text: line.text)
        }
      }
    }
  }

  private func numberedLines(of study: StudySummary) throws -> [CodedLine] {
    let places = try study.documents.flatMap { document in
      let table = try lines(of: document)
      return table.lines.map { (document, $0.passage, table.text.words($0.passage)) }
    }
    return places.enumerated().map { index, line in
      CodedLine(
        study: study.study.label, number: index + 1, place: Place(line.0, line.1), text: line.2)
    }
  }
}

extension MemoryReview {
  /// All that differs from an earlier state of this review, with the pages of some documents, as a
  /// coder may see it.
  package func news(
    since before: MemoryReview, of documents: [EntityID], for viewer: EntityID? = nil
  ) throws -> News {
    var board = BoardNews()
    let facts = try boardFacts(for: viewer)
    if try before.boardFacts(for: viewer) != facts { board.all = facts }
    let (bank, old) = (try bank(), try before.bank())
    let (studies, oldStudies) = (try studies(), try before.studies())
    let areAll =
      studies.map(\.study) != oldStudies.map(\.study)
      || studies.map(\.documents) != oldStudies.map(\.documents)
    let coders = try coders()
    return News(
      seq: Int64(actions.count), items: try actions.dropFirst(before.actions.count).map(item),
      documents: try documents.filter(isLive).map(documentPage),
      codes: bank.filter { !old.contains($0) },
      goneCodes: Set(old.map(\.code.id)).subtracting(bank.map(\.code.id)),
      studies: areAll ? studies : studies.filter { !oldStudies.contains($0) },
      studiesAreAll: areAll, coders: try before.coders() == coders ? nil : coders,
      review: try review(), board: board)
  }
}
