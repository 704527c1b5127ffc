import Foundation
import Testing

@testable import CursesTerminal

/// A pipe stands for the terminal.
@Suite struct FrameOutputTests {
  @Test func whatIsWrittenInManyPiecesReachesTheTerminalAtOnceWhenItIsWhole() {
    let pipe = Pipe()
    let (reading, writing) = (
      pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor
    )
    var output = FrameOutput(of: writing)
    defer { output.close() }
    for frame in [["one", " two", " three"], ["a"], []] {
      output.gather {
        for piece in frame {
          Descriptors.write(piece.utf8, to: writing)
          #expect(Descriptors.drain(reading) == [])
        }
      }
      #expect(Descriptors.drain(reading) == Array(frame.joined().utf8))
    }
    Descriptors.write("between".utf8, to: writing)
    #expect(Descriptors.drain(reading) == Array("between".utf8))
  }

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
}
