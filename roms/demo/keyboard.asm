; Keys as they come: make and break codes as the BIOS sees them (INT 15h AH=4Fh), scan code and
; character as INT 16h hands them out; beside them the timer, the 8254 and the clock.

KEY_LINES       equ 12

keyboard_page:
        call text_screen
        mov si, .title
        mov dx, 0x0102
        mov ah, 0x1F
        call put
        mov cx, 80
        mov dx, 0x0100
        call paint
        mov si, .labels
        mov ah, 0x07
.label:
        mov dx, [si]
        inc si
        inc si
        call put
        cmp byte [si], 0xFF
        jne .label
        mov word [.codes], 0
        mov word [.codes_shown], 0
        call .hook
.wait:
        call retrace                    ; not the timer's pace, so that its counter is seen to run
        call .live
        call poll_key
        jz .wait
        cmp al, 27
        je .leave
        call .key
        jmp .wait
.leave:
        jmp .unhook

; A key from INT 16h in AX: the list moves down by a line.
.key:
        push ax
        push ds
        push es
        pop ds
        std
        mov dx, 0x0500 + (KEY_LINES - 2) * 0x100 + 0x16
        call cell
        mov si, di
        add di, 160
        mov bx, KEY_LINES - 1
.row:
        push si
        push di
        mov cx, 20
        rep movsw
        pop di
        pop si
        sub si, 160
        sub di, 160
        dec bx
        jnz .row
        cld
        pop ds
        mov dx, 0x0504
        call cell
        pop bx
        push bx
        mov ah, 0x0E
        mov al, bh                      ; scan code
        call put_hex
        add di, 8
        mov al, bl                      ; character code
        call put_hex
        add di, 8
        mov al, bl                      ; the character itself
        stosw
        pop bx
        ret

; What changes by itself.
.live:
        push ds
        xor ax, ax
        mov ds, ax
        mov bx, [0x046E]
        mov cx, [0x046C]
        mov dh, [0x0417]
        pop ds
        push dx
        mov dx, 0x0540
        call cell
        mov ah, 0x0F
        call put_hex_word
        mov bx, cx
        call put_hex_word

        mov al, 0x00                    ; latch channel 0
        out 0x43, al
        in al, 0x40
        mov bl, al
        in al, 0x40
        mov bh, al
        mov dx, 0x0740
        call cell
        call put_hex_word
        mov cl, 12                      ; and as a bar, 16 places
        shr bx, cl
        mov cx, 16
        mov dx, 0x0840
        sub dl, 24
        call cell
.bar:
        mov al, 0xDB
        cmp cx, bx
        jb .filled
        mov al, 0xB0
.filled:
        mov ah, 0x0B
        stosw
        loop .bar

        mov dx, 0x0A38
        call cell
        mov ah, 0x0F
        call put_clock

        pop dx                          ; shift state: eight bits and their names
        mov bl, dh
        mov si, .shifts
        mov cx, 8
        mov dx, 0x0D28
.shift:
        call cell
        mov ah, 0x08
        shl bl, 1
        jnc .off
        mov ah, 0x2F
.off:
        push cx
        mov cx, 8
.name:
        lodsb
        stosw
        loop .name
        pop cx
        add dl, 9
        cmp dl, 0x28 + 4 * 9
        jb .placed
        mov dx, 0x0E28
.placed:
        loop .shift

; Raw codes since the last look, in a row that fills and starts again.
.raw:
        mov bx, [.codes_shown]
        cmp bx, [.codes]
        je .raw_done
        push bx
        and bx, 15
        mov al, [.code_buffer + bx]
        pop bx
        inc word [.codes_shown]
        push ax
        mov al, bl
        and al, 15
        mov ah, 3
        mul ah
        mov dl, al
        add dl, 4
        mov dh, 0x13
        call cell
        pop ax
        mov ah, 0x0C                    ; breaks red, makes green
        test al, 0x80
        jnz .break
        mov ah, 0x0A
.break:
        call put_hex
        jmp .raw
.raw_done:
        ret

; INT 15h AH=4Fh: the BIOS shows every code here first. Carry stays set: it goes on with it.
.hook:
        push es
        xor ax, ax
        mov es, ax
        cli
        mov ax, [es:0x15 * 4]
        mov [.old], ax
        mov ax, [es:0x15 * 4 + 2]
        mov [.old + 2], ax
        mov word [es:0x15 * 4], .intercept
        mov [es:0x15 * 4 + 2], cs
        sti
        pop es
        ret
.unhook:
        push es
        xor ax, ax
        mov es, ax
        cli
        mov ax, [.old]
        mov [es:0x15 * 4], ax
        mov ax, [.old + 2]
        mov [es:0x15 * 4 + 2], ax
        sti
        pop es
        ret
.intercept:
        cmp ah, 0x4F
        jne .other
        push bx
        mov bx, [cs:.codes]
        and bx, 15
        mov [cs:.code_buffer + bx], al
        inc word [cs:.codes]
        pop bx
.other:
        jmp far [cs:.old]
.old:   dd 0
.codes: dw 0                            ; how many were seen
.codes_shown:
        dw 0
.code_buffer:
        times 16 db 0

.title: db "Keyboard and time                                            Esc goes back", 0
.shifts:
        db " Insert ", "  Caps  ", "  Num   ", " Scroll ", "  Alt   ", "  Ctrl  ", " Left   ", " Right  "
.labels:
        db 0x02, 0x03, "scan  code  character", 0
        db 0x28, 0x05, "Timer ticks (BIOS)", 0
        db 0x28, 0x07, "8254 channel 0", 0
        db 0x28, 0x0A, "Clock chip", 0
        db 0x28, 0x0C, "Shift state", 0
        db 0x02, 0x12, "Codes from the keyboard (break codes in red)", 0
        db 0xFF
