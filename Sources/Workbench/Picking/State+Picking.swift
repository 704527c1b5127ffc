import Synthesis

extension State {
  mutating func run(_ command: Command, in picker: Picker) -> [Effect] {
    var picker = picker
    switch command {
    case .actCancel:
      overlays.removeLast()
      reader?.selection = nil
      return []
    case .pickerNext: picker.move(1)
    case .pickerPrevious: picker.move(-1)
    case .pickerDetail: picker.isInDetail.toggle()
    case .pickerDetailDown: picker.detailTop += 3
    case .pickerDetailUp: picker.detailTop = max(0, picker.detailTop - 3)
    case .pickerTake, .textAccept: return take(picker)
    case .pickerTakeOff: return takeOff(picker)
    default:
      let before = picker.field.text
      guard picker.field.apply(command) else { return [] }
      if picker.field.text != before { picker = filled(picker) }
    }
    return replace(picker)
  }

  /// Takes the row in focus and clears the field; on an empty field it is done.
  mutating func take(_ picker: Picker) -> [Effect] {
    guard let row = picker.focused else { return finish(picker) }
    switch (row.deed, picker.purpose) {
    case (.code(let code), .code(let place, _)):
      return add(
        .existing(code), named: bank.name(of: code), to: place, picker, isOn: picker.isOn(row))
    case (.newCode(let name), .code(let place, _)):
      return add(.named(name), named: name, to: place, picker, isOn: false)
    case (.reason(let reason), .code(let place, _)):
      lastReason = reason
      return perform(.setAside(at: place, reason: reason), at: place) + finish(picker)
    case (.code(let code), .evidence(let place, let isAgainst)):
      overlays.removeLast()
      reader?.selection = nil
      return perform(.tie(code, at: place, isAgainst: isAgainst))
    case (.theme(let theme), .theme(let things, let from, let isAlso)):
      overlays.removeLast()
      return take(theme: theme, things, from: from, also: isAlso)
    case (.newTheme(let name), .theme(let things, let from, let isAlso)):
      overlays.removeLast()
      return take(newTheme: name, things, from: from, also: isAlso)
    case (.theme(let theme), .mergeTheme(let source)):
      overlays.removeLast()
      return perform(.mergeThemes([source], into: theme))
    case (.theme(let theme), .evidenceTheme(let place, let isAgainst)):
      overlays.removeLast()
      reader?.selection = nil
      return perform(.tie(theme, at: place, isAgainst: isAgainst))
    case (.command(let command, _), _):
      overlays.removeLast()
      return run(command)
    case (.line(let number), _):
      overlays.removeLast()
      return go(toLine: number)
    case (.search(let words), _): return [.search(words)]
    case (.hit(let index), _):
      overlays.removeLast()
      search.index = index
      return goToHit()
    default: return []
    }
  }

  private mutating func add(
    _ choice: CodeChoice, named name: String, to place: Place, _ picker: Picker, isOn: Bool
  ) -> [Effect] {
    var picker = picker
    picker.field.clear()
    guard !isOn else {
      message = Message("‘\(name)’ is already on this line")
      return replace(filled(picker))
    }
    let effects = perform(.apply([choice], at: place), at: place, names: [name])
    return effects + replace(filled(picker))
  }

  /// Closes the picker, or goes on to the next open line where it runs.
  private mutating func finish(_ picker: Picker) -> [Effect] {
    overlays.removeLast()
    reader?.selection = nil
    guard case .code(_, true) = picker.purpose, goToOpen(forward: true) else { return [] }
    return openCodePicker(isRun: true)
  }

  private mutating func takeOff(_ picker: Picker) -> [Effect] {
    guard case .code(let place, _) = picker.purpose, let code = picker.focusedCode else {
      return []
    }
    return perform(.takeOff([code], at: place))
  }

  /// Opens the picker on the passage that is selected, or on the line under the cursor.
  mutating func openCodePicker(isRun: Bool) -> [Effect] {
    guard let place = reader?.focusPlace else { return [] }
    let picker = Picker(.code(place, isRun: isRun), title: "code \(placeName)")
    overlays.append(.picker(filled(picker)))
    return []
  }

  /// Whether what is typed now is looked for among all codes.
  package var looksAmongCodes: Bool {
    guard case .picker(let picker)? = overlays.last else { return false }
    return switch picker.purpose {
    case .code, .evidence: true
    default: false
    }
  }

  /// “line 13”, or “passage in line 13”.
  var placeName: String {
    guard let reader, let focus = reader.focusOrFirst else { return "" }
    let name = "line \(reader.lines[focus].number)"
    return reader.selection == nil ? name : "passage at \(name)"
  }
}

extension Reader {
  /// The passage that is selected, or the line under the cursor.
  package var focusPlace: Place? {
    selection?.place ?? focus.map { lines[$0].place }
  }
}
