; Programs that take the interrupts for themselves: the timer at 1000 Hz, the clock's periodic interrupt, the
; keyboard's and the serial port's, the speaker's gate. Prints counts on the debug console; where two clocks are
; compared, only whether they agree.

%include "guest.inc"

main:
        in al, 21h                      ; what follows opens only what it needs
        mov [masks], al
        in al, 0A1h
        mov [masks + 1], al

; --- The timer at 1000 Hz against the BIOS's own rate, by the clock's seconds.
        mov si, .timer
        call print
        mov bx, 08h * 4
        mov dx, on_timer
        call hook
        mov al, 34h                     ; channel 0, both bytes, mode 2
        out 43h, al
        mov al, 1193 & 255
        out 40h, al
        mov al, 1193 >> 8
        out 40h, al
        call next_second
        mov word [count], 0
        call next_second
        mov ax, [count]
        call near_thousand
        mov al, 36h                     ; as the BIOS has it
        out 43h, al
        xor al, al
        out 40h, al
        out 40h, al
        mov bx, 08h * 4
        call unhook
        call print_line

; --- A one-shot: mode 0 interrupts once and no more.
        mov si, .once
        call print
        mov bx, 08h * 4
        mov dx, on_timer
        call hook
        cli
        mov al, 30h
        out 43h, al
        mov al, 0
        out 40h, al
        mov al, 10h
        out 40h, al
        mov word [count], 0
        sti
        call next_second
        call next_second
        mov ax, [count]
        call print_word
        mov al, 36h
        out 43h, al
        xor al, al
        out 40h, al
        out 40h, al
        mov bx, 08h * 4
        call unhook
        call print_line

; --- The clock's periodic interrupt, INT 70h, at 1024 Hz.
        mov si, .periodic
        call print
        mov bx, 70h * 4
        mov dx, on_periodic
        call hook
        in al, 0A1h
        and al, 0FEh
        out 0A1h, al
        in al, 21h
        and al, 0FBh
        out 21h, al
        mov ax, 260Ah                   ; 1024 Hz
        call write_clock
        mov ax, 420Bh                   ; PIE, 24 hours
        call write_clock
        mov al, 0Ch
        call read_clock
        call next_second
        mov word [count], 0
        call next_second
        mov ax, [count]
        sub ax, 24
        call near_thousand
        mov ax, 020Bh
        call write_clock
        mov al, 0Ch
        call read_clock
        mov al, [masks + 1]
        out 0A1h, al
        mov bx, 70h * 4
        call unhook
        call print_line

; --- The keyboard: bytes that the controller is told to pass on (command D2h), seen by a hooked INT 09h.
        mov si, .keyboard
        call print
        mov bx, 09h * 4
        mov dx, on_keyboard
        call hook
        mov word [key_at], keys
        mov si, scan_codes
.next_key:
        lodsb
        or al, al
        jz .keys_done
        mov ah, al
        call controller_ready
        mov al, 0D2h
        out 64h, al
        call controller_ready
        mov al, ah
        out 60h, al
        mov cx, 8000h
.key_wait:
        in al, 61h
        loop .key_wait
        jmp .next_key
.keys_done:
        mov si, keys
.print_keys:
        cmp si, [key_at]
        jae .keys_printed
        lodsb
        call print_byte
        jmp .print_keys
.keys_printed:
        mov bx, 09h * 4
        call unhook
        call print_line

; --- COM1: in loopback by polling, then IRQ 4 with the FIFOs on.
        mov si, .serial
        call print
        mov dx, 3FBh
        mov al, 83h
        out dx, al
        mov dx, 3F8h
        mov al, 1                       ; 115200 bits a second
        out dx, al
        inc dx
        xor al, al
        out dx, al
        mov dx, 3FBh
        mov al, 03h
        out dx, al
        mov dx, 3FAh
        xor al, al
        out dx, al
        mov dx, 3FCh
        mov al, 1Bh                     ; LOOP, OUT2, RTS, DTR
        out dx, al
        mov dx, 3FEh
        in al, dx
        call print_byte                 ; modem status is modem control
        mov cx, 3
        mov ah, 'x'
.poll:
        mov dx, 3FDh
        in al, dx
        test al, 20h
        jz .poll
        mov dx, 3F8h
        mov al, ah
        out dx, al
.poll_in:
        mov dx, 3FDh
        in al, dx
        test al, 1
        jz .poll_in
        mov dx, 3F8h
        in al, dx
        call print_byte
        inc ah
        loop .poll
        mov al, ' '
        call print_character

        mov bx, 0Ch * 4
        mov dx, on_serial
        call hook
        mov word [key_at], keys
        mov word [count], 0
        mov dx, 3FAh
        mov al, 0C7h                    ; FIFOs on and empty, interrupt at 14 bytes
        out dx, al
        in al, dx
        call print_byte
        mov dx, 3FCh
        mov al, 0Bh                     ; in loopback the pin OUT2 would hold IRQ 4 off
        out dx, al
        in al, 21h
        and al, 0EFh
        out 21h, al
        mov word [count], 0             ; the transmitter's interrupt when it becomes empty
        mov dx, 3F9h
        mov al, 2
        out dx, al
        mov cx, 100h
.empty:
        in al, 61h
        loop .empty
        xor al, al
        mov dx, 3F9h
        out dx, al
        mov ax, [count]
        call print_word
        mov al, [identification]
        call print_byte
        mov al, [masks]
        out 21h, al
        mov bx, 0Ch * 4
        call unhook
        mov dx, 3FCh
        xor al, al
        out dx, al
        call print_line

; --- The speaker's channel: its gate stops the count in mode 3, and its output is seen at port 61h.
        mov si, .speaker
        call print
        mov al, 0B6h
        out 43h, al
        mov al, 0A9h
        out 42h, al
        mov al, 4
        out 42h, al
        in al, 61h
        mov [speaker], al
        or al, 1
        and al, 0FDh
        out 61h, al
        call edges
        mov al, [speaker]
        and al, 0FCh
        out 61h, al
        call edges
        mov al, [speaker]
        out 61h, al
        call print_line

; --- Priorities: IRQ 1 waits while IRQ 0 is in service, unless a special mask lets it through.
        mov si, .priorities
        call print
        cli
        mov bx, 09h * 4
        mov dx, on_keyboard
        call hook
        mov word [key_at], keys
        call wait_timer_request         ; IRQ 0 requested, not served
        mov al, 0Ah
        out 20h, al
        in al, 20h
        and al, 1
        call print_byte
        mov bx, 08h * 4
        mov dx, on_blocking_timer
        call hook
        sti
        nop
        nop
        mov cx, 100h
.settle:
        in al, 61h
        loop .settle
        mov ax, [seen]
        call print_word
        mov ax, [key_at]
        sub ax, keys
        call print_word
        mov bx, 08h * 4
        call unhook
        mov bx, 09h * 4
        call unhook
        call print_line
        jmp finish

.timer:         db "timer at 1000 Hz: ", 0
.once:          db "one-shot: ", 0
.periodic:      db "periodic at 1024 Hz: ", 0
.keyboard:      db "keyboard: ", 0
.serial:        db "serial: ", 0
.speaker:       db "speaker: ", 0
.priorities:    db "priorities: ", 0

; The handler at DX for the vector at address BX; the old one is kept behind the table's own address.
hook:
        pushf
        cli
        mov ax, [bx]
        mov [bx + former], ax
        mov ax, [bx + 2]
        mov [bx + former + 2], ax
        mov [bx], dx
        mov [bx + 2], cs
        popf
        ret
unhook:
        pushf
        cli
        mov ax, [bx + former]
        mov [bx], ax
        mov ax, [bx + former + 2]
        mov [bx + 2], ax
        popf
        ret

; AX is 1000, give or take 5.
near_thousand:
        sub ax, 995
        cmp ax, 10
        mov si, .good
        jbe print
        add ax, 995
        call print_word
        ret
.good:
        db "good", 0

; Waits for the clock's seconds to change. Interrupts stay on.
next_second:
        xor al, al
        call read_clock
        mov ah, al
.same:
        xor al, al
        call read_clock
        cmp al, ah
        je .same
        ret

; Register AL of the clock; AL is written with AH.
read_clock:
        pushf
        cli
        out 70h, al
        jmp $ + 2
        in al, 71h
        popf
        ret
write_clock:
        pushf
        cli
        out 70h, al
        mov al, ah
        out 71h, al
        popf
        ret

controller_ready:
        in al, 64h
        test al, 2
        jnz controller_ready
        ret

; Whether port 61h shows the timer's output high and low within a while.
edges:
        xor bx, bx
        mov cx, 4000h
.look:
        in al, 61h
        mov dl, 1
        test al, 20h
        jz .note
        mov dl, 2
.note:
        or bl, dl
        loop .look
        mov al, bl
        cmp al, 3
        je .both
        mov al, 1                       ; still, high or low
.both:
        jmp print_byte

wait_timer_request:
        mov al, 0Ah
        out 20h, al
        in al, 20h
        test al, 1
        jz wait_timer_request
        ret

on_timer:
        push ax
        inc word [cs:count]
        mov al, 20h
        out 20h, al
        pop ax
        iret

on_periodic:
        push ax
        mov al, 0Ch
        out 70h, al
        jmp $ + 2
        in al, 71h
        test al, 40h
        jz .other
        inc word [cs:count]
.other:
        mov al, 20h
        out 0A0h, al
        out 20h, al
        pop ax
        iret

on_keyboard:
        push ax
        push bx
        in al, 60h
        mov bx, [cs:key_at]
        mov [cs:bx], al
        inc word [cs:key_at]
        mov al, 20h
        out 20h, al
        pop bx
        pop ax
        iret

on_serial:
        push ax
        push bx
        push dx
        inc word [cs:count]
        mov dx, 3FAh
        in al, dx
        mov [cs:identification], al
        mov al, 20h
        out 20h, al
        pop dx
        pop bx
        pop ax
        iret

; IRQ 1 is raised while IRQ 0 is in service with interrupts on: counts what came before the EOI.
on_blocking_timer:
        push ax
        push cx
        mov al, 0D2h
        out 64h, al
.ready:
        in al, 64h
        test al, 2
        jnz .ready
        mov al, 1Eh
        out 60h, al
        sti
        mov cx, 4000h
.wait:
        in al, 61h
        loop .wait
        cli
        mov ax, [cs:key_at]
        sub ax, keys
        mov [cs:seen], ax
        mov word [08h * 4], .later
        mov al, 20h
        out 20h, al
        pop cx
        pop ax
        iret
.later:
        push ax
        mov al, 20h
        out 20h, al
        pop ax
        iret

scan_codes:     db 1Eh, 9Eh, 30h, 0B0h, 0
masks:          dw 0
count:          dw 0
seen:           dw 0
key_at:         dw 0
identification: db 0
speaker:        db 0
keys:           times 64 db 0
                align 4
former:         equ 0xA000              ; beside the vectors' own addresses

        guest_end
