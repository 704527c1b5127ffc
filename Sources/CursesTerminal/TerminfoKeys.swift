import ScreenCells

/// What this terminal's keys send, by its description.
enum TerminfoKeys {
  static func read() -> [String: Key] {
    var keys: [String: Key] = [:]
    for (name, key) in plain + held {
      guard let sequence = Curses.capability(name), !sequence.isEmpty else { continue }
      keys[sequence] = key
    }
    return keys
  }

  private static let plain: [(String, Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageup)), ("knp", Key(.pagedown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)),
      ("kent", Key(.enter)), ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
    ] + functionKeys

  private static let functionKeys: [(String, Key)] = (1...12).compactMap { number in
    Key.Name(rawValue: "f\(number)").map { ("kf\(number)", Key($0)) }
  }

  /// Keys with others held: `kLFT` is shift-left, `kLFT5` ctrl-left, and so on.
  private static let held: [(String, Key)] = {
    let names: [(String, Key.Name)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageup), ("kNXT", .pagedown), ("kIC", .insert), ("kDC", .delete),
    ]
    return names.flatMap { name, key in
      [(name, Key(key, .shift))]
        + (3...7).map { ("\(name)\($0)", Key(key, Key.Modifiers(rawValue: UInt8($0 - 1)))) }
    }
  }()
}
