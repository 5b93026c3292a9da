; RingOne system BIOS: the map of the ROM.
;
; One 64 KiB image at F0000h (and, on processors with more address lines, below 4 GiB).
; The rooms fill the lower part; the IBM-compatible entry points stand at their classic addresses.
; Build: nasm -f bin -o bios.bin bios.asm   (tools/build-roms)

%include "defs.inc"

        org     0

%include "post.asm"
%include "post_board.asm"
%include "multiprocessor.asm"
%include "common.asm"
%include "interrupts.asm"
%include "timer.asm"
%include "rtc.asm"
%include "keyboard.asm"
%include "keyboard_controller.asm"
%include "keymap.asm"
%include "int16.asm"
%include "mouse.asm"
%include "int15.asm"
%include "int15_memory.asm"
%include "serial.asm"
%include "printer.asm"
%include "int10.asm"
%include "console.asm"
%include "console_output.asm"
%include "console_input.asm"
%include "codepage437.asm"
%include "int13.asm"
%include "int13_floppy.asm"
%include "floppy_controller.asm"
%include "floppy_drive.asm"
%include "int13_disk.asm"
%include "int13_edd.asm"
%include "ata.asm"
%include "ata_post.asm"
%include "atapi.asm"
%include "int13_eltorito.asm"
%include "int19.asm"

; ---------------------------------------------------------------- classic addresses
        AT      0E000h
        db      "RingOne system BIOS", 0

        AT      0E05Bh
        jmp     post_start

        AT      0E2C3h
int02_entry:
        jmp     int02

        AT      0E3FEh
        jmp     int13

        AT      0E6F2h
int19_entry:
        jmp     int19

        AT      0E6F5h
; INT 15h/C0h: system description
system_table:
        dw      .end - $ - 2
        db      0FCh, 00h, 00h          ; model, submodel (AT), revision
        db      74h                     ; second PIC, RTC, INT 15h/4Fh, EBDA allocated
        db      40h                     ; INT 16h/09h is present
        db      0, 0, 0
.end:

        AT      0E729h
; Divisors of the rates that INT 14h/00h names
serial_divisors:
        dw      1047, 768, 384, 192, 96, 48, 24, 12

        AT      0E739h
int14_entry:
        jmp     int14

        AT      0E82Eh
int16_entry:
        jmp     int16

        AT      0E987h
int09_entry:
        jmp     int09

        AT      0EC59h
int13_entry:
        jmp     int13

        AT      0EF57h
int0e_entry:
        jmp     int0e

        AT      0EFC7h
; INT 1Eh: diskette parameters, good for 1.44 MB
diskette_parameters:
        db      0AFh                    ; step rate 6 ms (A), head unload 240 ms (F)
        db      02h                     ; head load 4 ms, DMA
        db      37                      ; ticks until the motor stops
        db      2                       ; 512-byte sectors
        db      18                      ; sectors per track
        db      1Bh                     ; gap, read and write
        db      0FFh                    ; data length, unused
        db      6Ch                     ; gap, format
        db      0F6h                    ; fill byte
        db      15                      ; head settle time, ms
        db      8                       ; motor start time, 1/8 s

        AT      0EFD2h
int17_entry:
        jmp     int17

        AT      0F045h
        dw      int10, int10            ; classic pointers to mode and cursor services

        AT      0F065h
int10_entry:
        jmp     int10

        AT      0F0A4h
; INT 1Dh: 6845 parameters of the CGA and MDA modes (40x25, 80x25, graphics, monochrome)
video_parameters:
        db      38h, 28h, 2Dh, 0Ah, 1Fh, 06h, 19h, 1Ch, 02h, 07h, 06h, 07h, 0, 0, 0, 0
        db      71h, 50h, 5Ah, 0Ah, 1Fh, 06h, 19h, 1Ch, 02h, 07h, 06h, 07h, 0, 0, 0, 0
        db      38h, 28h, 2Dh, 0Ah, 7Fh, 06h, 64h, 70h, 02h, 01h, 06h, 07h, 0, 0, 0, 0
        db      61h, 50h, 52h, 0Fh, 19h, 06h, 19h, 19h, 02h, 0Dh, 0Bh, 0Ch, 0, 0, 0, 0
        dw      2048, 4096, 16384, 16384        ; page lengths
        db      40, 40, 80, 80, 40, 40, 80, 80  ; columns
        db      2Ch, 28h, 2Dh, 29h, 2Ah, 2Eh, 1Eh, 29h  ; mode register

        AT      0F841h
int12_entry:
        jmp     int12

        AT      0F84Dh
int11_entry:
        jmp     int11

        AT      0F859h
int15_entry:
        jmp     int15

        AT      0FA6Eh
; The lower half of the 8x8 font, where CGA programs look for it
        incbin  "../vgabios/fonts/font8x8.bin", 0, 128 * 8

        AT      0FE6Eh
int1a_entry:
        jmp     int1a

        AT      0FEA5h
int08_entry:
        jmp     int08

        AT      0FF53h
dummy_iret:
        iret
int05_entry:                            ; FF54
        jmp     int05

        AT      0FFF0h
        jmp     BIOS_SEG:0E05Bh
        AT      0FFF5h
        db      "01/01/26"
        db      0
        AT      0FFFEh
        db      0FCh                    ; model: AT
checksum_byte:
        db      0                       ; set by tools/build-roms so that all bytes sum to zero
