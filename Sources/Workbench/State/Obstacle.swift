import Synthesis

/// What keeps acts from being saved for longer than a moment; they wait, and are tried again.
package enum Obstacle: Hashable, Sendable {
  /// A program that holds the review, such as one that was stopped while it saved.
  case holder(process: Int32, program: String, isStopped: Bool)
  /// Something that cannot be named, such as a slow disk.
  case unknown
  /// The disk is full.
  case fullDisk
}

extension State {
  /// Says what my acts wait for; nothing where they have been saved meanwhile.
  mutating func take(_ obstacle: Obstacle) {
    guard !pending.isEmpty else { return }
    let acts = "\(Self.count(pending.count, "act")) not yet saved: "
    message = Message(acts + words(of: obstacle), .wrong)
  }

  private func words(of obstacle: Obstacle) -> String {
    switch obstacle {
    case .fullDisk: return "the disk is full; make room"
    case .unknown: return "the disk, or somebody else, is slow"
    case .holder(let process, let program, let isStopped):
      let coder = companions.first { $0.process == process }?.coder
      let who = coders.first { $0.id == coder }?.initials ?? program
      return "\(who) holds the review (process \(process)\(isStopped ? ", stopped" : ""))"
    }
  }
}
