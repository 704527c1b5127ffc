import ScreenCells
import Synthesis

extension State {
  mutating func take(_ performed: Performed, number: Int) -> [Effect] {
    let act = pending.first { $0.number == number }
    let names = act?.names ?? []
    pending.removeAll { $0.number == number }
    if act?.things.isEmpty == false { refreshLeaving() }
    switch performed {
    case .done where act?.isQuiet == true, .nothing where act?.isQuiet == true: break
    case .done(let sentence, let remark):
      let short = names.isEmpty ? brief(sentence) : "added ‘\(names.joined(separator: "’, ‘"))’"
      let meanwhile = act?.meanwhile.map { "\($0) at the same moment" } ?? ""
      let words = [short, remark, meanwhile].filter { !$0.isEmpty }
      message = Message(words.joined(separator: "; "))
      undoable = sentence
      message?.isUndoable = !sentence.hasPrefix("undid")
      message?.isSaidInFull = !remark.isEmpty || !meanwhile.isEmpty
      return (act?.draft.map { goToDraft($0) } ?? []) + [.askUndoable]
    case .nothing(let remark):
      message = Message(remark.isEmpty ? "nothing to change" : remark)
    case .refused(let sentence, _) where act?.memo != nil: reopen(act?.memo, sentence)
    case .refused(let sentence, let action):
      message = Message(sentence, .wrong)
      if let action {
        let rest = Choice.Deed.undoRest(action)
        overlays.append(
          .choice(Choice("others built on this", [("undo the rest, keep that", rest)])))
      }
    case .failed(let sentence):
      reopen(act?.memo, sentence)
      isLeaving = false
    }
    return []
  }

  /// Says why an act was not done, and opens again what was written for it.
  private mutating func reopen(_ memo: MemoEditor?, _ sentence: String) {
    message = Message(sentence, .wrong)
    guard var memo else { return }
    memo.refused = memo.field.text
    overlays.append(.memo(memo))
  }

  /// A sentence without the name of the study on screen.
  private func brief(_ sentence: String) -> String {
    guard desk == .code, let label = reader?.page.summary.study.label,
      let range = sentence.ranges(of: label + " ").first,
      sentence[range.upperBound...].first?.isNumber == true
    else { return sentence }
    return sentence[..<range.lowerBound] + "line " + sentence[range.upperBound...]
  }

  /// Takes what changed.
  ///
  /// No cursor, scroll, order of a list or open field of mine moves.
  mutating func take(_ news: News) -> [Effect] {
    let codesAreOthers =
      !news.goneCodes.isEmpty || news.codes.contains { bank.codes[$0.code.id] == nil }
    for code in news.codes { bank.update(code) }
    for code in news.goneCodes { bank.remove(code) }
    if let coders = news.coders {
      self.coders = coders
      me = coders.first { $0.id == me.id } ?? me
    }
    if let review = news.review { self.review = review }
    let placements = boards.placements(changedBy: news)
    let above = themes.codeCursor - themes.codeTop
    boards.take(news, bank: bank, codesAreOthers: codesAreOthers)
    refreshBoard(comingTo: news.items.contains(where: isMyUndo))
    // The code under the cursor stays in its row, whoever took one from above it.
    themes.codeTop = max(0, themes.codeCursor - above)
    take(news.studies, areAll: news.studiesAreAll)
    for document in news.documents { reader?.update(document) }
    for item in news.items { note(item, placements) }
    refreshNotes()
    return followUp(news)
  }

  private func isMyUndo(_ item: HistoryItem) -> Bool {
    item.action.coder == me.id && [.undo, .redo].contains(item.action.verb)
  }

  /// Takes the whole bank.
  ///
  /// A list of codes that was opened on a part of it is made again.
  mutating func take(_ whole: Bank) {
    bank = whole.remembering(bank.recent)
    boards.take(bank)
    refreshBoard()
    guard case .picker(let picker)? = overlays.last else { return }
    switch picker.purpose {
    case .code, .evidence: overlays[overlays.count - 1] = .picker(filled(picker))
    default: break
    }
  }

  private mutating func take(_ studies: [StudySummary], areAll: Bool) {
    if areAll {
      self.studies = studies
      leaveGoneStudy()
    } else {
      for summary in studies {
        if let index = self.studies.firstIndex(where: { $0.study.id == summary.study.id }) {
          self.studies[index] = summary
        }
      }
    }
    if let reader,
      let own = self.studies.first(where: { $0.study.id == reader.page.summary.study.id })
    {
      self.reader?.update(own)
    }
  }

  /// Remembers where I was in the study on screen if it has been taken out, for it may come back; the
  /// lines of the last one are nothing to code any more.
  private mutating func leaveGoneStudy() {
    guard let own = reader?.page.summary.study.id, !studies.contains(where: { $0.study.id == own })
    else { return }
    remember()
    guard studies.isEmpty else { return }
    endReaderDrag()
    reader = nil
  }

  /// Remembers codes and themes that I used, and says what others did.
  ///
  /// What stood where before the news says which things the placements are of that it ended.
  private mutating func note(_ item: HistoryItem, _ placements: [EntityID: Placement]) {
    if item.action.coder == me.id {
      for change in item.action.changes where change.kind == Coding.kind {
        guard change.fields["on"]?.flag == true, let code = change.fields["code"]?.entity else {
          continue
        }
        bank.used(code)
      }
      if let theme = item.themeMadeOverThings { themes.lastTheme = theme }
      // The rows of an act come before its answer: from here on the theme is there.
      if item.action.verb == .theme, let made = pending.firstIndex(where: \.makesTheme) {
        pending[made].makesTheme = false
      }
    } else if message?.sort != .wrong {
      message = heard(of: item).map { Message($0) } ?? message
    }
    if item.action.coder != me.id, boards.facts != nil {
      let moved = boards.things(movedBy: item, before: placements)
      themes.note(
        item, moved, by: coders.first { $0.id == item.action.coder }?.initials ?? "?")
      for index in pending.indices where !pending[index].things.isDisjoint(with: moved) {
        pending[index].meanwhile = heard(of: item)
      }
    }
    historyList.take(item)
  }

  /// What is said of another's act: not which code stands on which line of a study that I have
  /// neither finished nor looked into, for independence comes first.
  private func heard(of item: HistoryItem) -> String? {
    guard let coder = coders.first(where: { $0.id == item.action.coder }) else { return nil }
    let own: [Kind] = [Coding.kind, SetAside.kind, Evidence.kind, Memo.kind, UndoMark.kind]
    let told = item.action.changes.filter { own.contains($0.kind) }
    let documents = told.compactMap { $0.fields["document"]?.entity }
    let closed = studies.filter { study in
      let isLookedInto = reader?.page.summary.study.id == study.study.id && reader?.showsAll == true
      return !study.finishedBy.contains(me.id) && !isLookedInto
    }
    if let study = closed.first(where: { !Set($0.documents).isDisjoint(with: documents) }) {
      return "\(coder.initials) is at work in \(study.study.label)"
    }
    // What is taken off or undone does not say where: it is told where nothing is closed to me.
    let isTold = told.isEmpty || !documents.isEmpty || closed.isEmpty
    return isTold ? "\(coder.initials) \(item.sentence)" : nil
  }

  /// Marks in an open picker what is on the line now; its rows stay as they are.
  private mutating func refreshNotes() {
    guard case .picker(var picker)? = overlays.last, case .code(let place, _) = picker.purpose
    else {
      return
    }
    picker.here = reader?.codes(on: place) ?? []
    overlays[overlays.count - 1] = .picker(picker)
  }

  /// Whether lines that the board shows may be others now.
  private func hasNewLines(_ news: News) -> Bool {
    !(news.touchedDocuments.isEmpty && news.codes.isEmpty && news.board.isEmpty)
  }

  /// What has to be read because of news: a first study, or another where mine is gone.
  private func followUp(_ news: News) -> [Effect] {
    let listed = news.studies.map(\.study.id).filter(studyList.unfolded.contains)
    return listed.map { .loadSections($0) } + followStudies(news)
      + (desk != .themes ? [] : hasNewLines(news) ? reloadLines() : loadPeek())
  }

  private func followStudies(_ news: News) -> [Effect] {
    guard news.studiesAreAll else { return [] }
    let ids = studies.map(\.study.id)
    if let own = reader?.page.summary.study.id, ids.contains(own) {
      let isWhole =
        Set(studies.first { $0.study.id == own }?.documents ?? [])
        == Set(reader?.page.documents.map(\.table.document.id) ?? [])
      return isWhole ? [] : [.loadStudy(own, spot)]
    }
    return ids.first.map { [.loadStudy($0, places[$0])] } ?? []
  }

  mutating func take(_ page: StudyPage, at spot: Spot?) -> [Effect] {
    endReaderDrag()
    var reader = Reader(page, me: me.id, columns: size.columns)
    reader.setHeadings(hidden: settings.hidesHeadings)
    reader.showsAll = page.summary.finishedBy.contains(me.id) && coders.count > 1
    if let spot, let document = spot.document.flatMap(EntityID.init(guid:)) {
      reader.come(to: document, spot.position)
    }
    self.reader = reader
    return []
  }

  mutating func take(_ lines: [CodedLine], of code: EntityID) {
    guard case .picker(var picker)? = overlays.last, picker.focusedCode == code else { return }
    picker.detail = (code, lines)
    overlays[overlays.count - 1] = .picker(picker)
  }

  mutating func take(_ lines: [CodedLine], of subject: LinesSubject) {
    if desk == .matrix { return takeMatrixLines(lines, of: subject) }
    themes.lines = (subject, lines)
    checkPage()
  }

  mutating func take(_ hits: [SearchHit], of words: String) -> [Effect] {
    search = Search(words: words, hits: hits, index: 0)
    if case .picker(let picker)? = overlays.last, picker.purpose == .find {
      overlays[overlays.count - 1] = .picker(filled(picker))
    }
    if hits.isEmpty { message = Message("‘\(words)’ is nowhere in the texts", .wrong) }
    return []
  }
}
