import Foundation
import Testing

@testable import CursesTerminal

/// A pipe stands for the terminal.
@Suite struct DescriptorsTests {
  @Test func aTerminalThatDoesNotWaitGetsAllOfALargeFrame() async {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting.fileDescriptor
    #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let frame = [UInt8](repeating: 0x61, count: 300_000)
    let writer = Thread {
      Descriptors.write(frame, to: writing)
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let read = try? pipe.fileHandleForReading.readToEnd()
    #expect(read?.count == frame.count)
  }

  @Test func aTerminalWaitsOrNotAsItIsSetAndSaysWhatItDid() {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting.fileDescriptor
    let flags = fcntl(writing, F_GETFL)
    #expect(Descriptors.setWaiting(true, of: writing))
    #expect(fcntl(writing, F_GETFL) == flags)
    #expect(Descriptors.setWaiting(false, of: writing))
    #expect(fcntl(writing, F_GETFL) == flags | O_NONBLOCK)
    #expect(!Descriptors.setWaiting(true, of: writing))
    #expect(fcntl(writing, F_GETFL) == flags)
  }
}
