import Foundation
import ReviewFile
import Synthesis

/// Another coder at work on the same review: puts a code on a line of the first study and takes it
/// off again, or moves a code on the board.
struct Saves {
  private let file: ReviewFile
  private let coder: EntityID
  private let code: EntityID
  private let places: [Place]

  init(_ path: String) throws {
    file = try ReviewFile.open(path, for: .acting)
    let bank = try file.bank()
    guard let last = try file.coders().last, let code = bank.min(by: { $0.lines < $1.lines }),
      let study = try file.studies().first, let page = try file.page(of: study.study.id),
      let table = page.documents.first?.table
    else { throw Calls.TooSmall() }
    (coder, self.code) = (last.id, code.code.id)
    places = table.lines.filter(\.isCodable).map { Place(table.document.id, $0.passage) }
  }

  /// Saves every five milliseconds until standard input is closed, then prints how long each took
  /// and how much of that it waited for others to let go of the file, in milliseconds, one a line.
  func runUntilAsked() throws {
    // Flushing waits for whoever reads standard input, so it comes first.
    say("saving")
    let asked = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while readLine() != nil {}
      asked.signal()
    }
    var saves: [(all: Duration, waited: Duration)] = []
    while asked.wait(timeout: .now() + .milliseconds(5)) == .timedOut {
      let (start, waited) = (ContinuousClock.now, ReviewFile.waited)
      try act(saves.count)
      saves.append((ContinuousClock.now - start, ReviewFile.waited - waited))
    }
    for save in saves { print(save.all / .milliseconds(1), save.waited / .milliseconds(1)) }
  }

  /// Moves a code to and fro between the first two descriptive themes of the board for each line of
  /// standard input, and says when it was done, in seconds of the clock that never goes back.
  func moveWhenAsked() throws {
    let board = ThemeBoard(try file.boardFacts(for: coder), codes: [code])
    let themes = board.themesInOrder.filter { board.theme($0)?.level == .descriptive }
    guard themes.count > 1 else { throw Calls.TooSmall() }
    say("ready")
    var count = 0
    while readLine() != nil {
      try file.perform(
        .place([code], Landing(under: themes[count % 2], at: .last)),
        as: coder)
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      say("\(Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)")
      count += 1
    }
  }

  private func act(_ count: Int) throws {
    let place = places[(count / 2) % places.count]
    try file.perform(
      count.isMultiple(of: 2)
        ? .apply([.existing(code)], at: place) : .takeOff([code], at: place), as: coder)
  }

  private func say(_ text: String) {
    print(text)
    fflush(nil)
  }
}
