import Synthesis

extension State {
  /// Commands that mean the same on every desk; `nil` where the desk has its own way.
  mutating func runEverywhere(_ command: Command) -> [Effect]? {
    switch command {
    case .deskCode: return go(to: .code)
    case .deskThemes: return go(to: .themes)
    case .deskMatrix: return go(to: .matrix)
    case .deskStudies: return go(to: .studies)
    case .deskHistory: return go(to: .history)
    case .placeBack where !hasPage: return goBack()
    case .placeLeave where ![.select, .bounds, .carry].contains(deskContext) && !hasPage:
      leave()
      return []
    case .historyUndo: return perform(.undo(nil, keepingUsed: false))
    case .historyRedo: return perform(.redo)
    case .paletteOpen:
      overlays.append(.picker(filled(Picker(.palette, title: "commands"))))
      return []
    case .findOpen where desk != .themes:
      overlays.append(.picker(filled(Picker(.find, title: "find in all texts"))))
      return []
    case .findNext: return goToHit(by: 1)
    case .findPrevious: return goToHit(by: -1)
    case .exportOpen:
      overlays.append(
        .choice(
          Choice(
            "export\(desk == .matrix ? ": all studies count" : "")",
            ExportKind.allCases.map { ($0.label, .export($0)) })))
      return []
    case .mouseToggle:
      settings.mouseIsOn.toggle()
      message = Message(settings.mouseIsOn ? "mouse on" : "mouse off: the terminal has it")
      return [.setMouse(settings.mouseIsOn)]
    case .viewHeadings:
      settings.hidesHeadings.toggle()
      reader?.setHeadings(hidden: settings.hidesHeadings)
      message = Message(
        settings.hidesHeadings
          ? "the studies' own headings are hidden" : "the studies' own headings are shown")
      return []
    case .progressOpen:
      overlays.append(.progress(top: 0))
      return []
    case .lineGo:
      ask("go to line 1 to \(reader?.lines.count ?? 1)", .goToLine)
      return []
    default: return nil
    }
  }

  /// Whether a page stands over the desk, which `q` closes.
  var hasPage: Bool { matrixHasPage || (desk == .themes && themes.page != nil) }

  mutating func go(to desk: Desk) -> [Effect] {
    guard desk != self.desk else {
      themes.page = nil
      return desk == .themes ? loadPeek() : []
    }
    remember()
    self.desk = desk
    message = nil
    prefix = []
    reader?.selection = nil
    reader?.moving = nil
    themes.carry = nil
    switch desk {
    case .history: return [.loadHistory(limit: 500)]
    case .themes, .matrix: return boards.facts == nil ? [.loadBoard] : matrixLinesAgain
    case .code, .studies: return []
    }
  }

  /// Where I am.
  package var spot: Spot {
    let position = reader?.position
    return Spot(
      desk: desk.rawValue, study: reader?.page.summary.study.id.description,
      document: position?.document.description, position: position?.position ?? 0)
  }

  /// Remembers where I am, to come back to.
  mutating func remember() {
    trail.append(spot)
    if trail.count > 50 { trail.removeFirst() }
    if let study = reader?.page.summary.study.id { places[study] = spot }
  }

  private mutating func goBack() -> [Effect] {
    guard let spot = trail.popLast() else { return [] }
    desk = Desk(rawValue: spot.desk) ?? .code
    guard let study = spot.study.flatMap(EntityID.init(guid:)) else { return matrixLinesAgain }
    if study == reader?.page.summary.study.id {
      if let document = spot.document.flatMap(EntityID.init(guid:)) {
        reader?.come(to: document, spot.position)
      }
      return matrixLinesAgain
    }
    return [.loadStudy(study, spot)] + matrixLinesAgain
  }

  /// Goes to a line of the study by its number.
  mutating func go(toLine number: Int) -> [Effect] {
    guard let reader, let index = reader.lines.firstIndex(where: { $0.number == number }) else {
      let count = reader?.lines.count ?? 0
      message = Message("this study has lines 1 to \(count), not \(number)", .wrong)
      return []
    }
    remember()
    desk = .code
    self.reader?.come(toLine: index)
    return []
  }

  mutating func goToHit(by step: Int = 0) -> [Effect] {
    guard !search.hits.isEmpty else { return [] }
    search.index = (search.index + step + search.hits.count) % search.hits.count
    let hit = search.hits[search.index]
    remember()
    desk = .code
    message = Message("\(search.index + 1) of \(search.hits.count): “\(search.words)”")
    if hit.study == reader?.page.summary.study.id {
      reader?.come(to: hit.place.document, hit.place.passage.start)
      return []
    }
    let spot = Spot(
      desk: Desk.code.rawValue, study: hit.study.description,
      document: hit.place.document.description, position: hit.place.passage.start)
    return [.loadStudy(hit.study, spot)]
  }
}
